import { identity } from "#services/identity/identity.contract.ts";
import { asSystem, type CallContext, callAs } from "#shared/contract/call.ts";
import type { Output } from "#shared/contract/contract.ts";
import { isRefusal } from "#shared/contract/refusals.ts";

export type Member = Output<typeof identity.actions.membersOf>["rows"][number];

/** Who acts for these companies, and where letters reach them. */
export async function membersOf(ctx: CallContext, organisations: string[]): Promise<Member[]> {
  const own = asSystem(ctx.service!.name);
  const { reply } = await callAs(ctx.broker, identity.actions.membersOf, { organisations }, own, ctx);
  if (isRefusal(reply)) throw new Error(`It cannot be known whom to write to: ${reply.refused}`);
  return reply.rows;
}
