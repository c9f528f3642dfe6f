import { isMember } from "#services/names.ts";
import type { CallContext } from "#shared/contract/call.ts";

/** Whether it may have seats. A member who asks for their own company is proof enough that there is one. */
export async function isCompany(ctx: CallContext, company: string): Promise<boolean> {
  const { who } = ctx.meta;
  const isOwn = who.kind === "person" && who.organisation === company && who.roles.includes("member");
  return isOwn || (await isMember(ctx, company));
}
