import { isMember } from "#services/names.ts";
import type { CallContext } from "#shared/contract/call.ts";
import { isPlanned, lastDayOf } from "../planning/planned.ts";

/** What there is not, of what a company asks for. */
export async function unknownOf(ctx: CallContext, mission: string, company: string) {
  return {
    unknownMission: !(await isPlanned(ctx, mission)),
    unknownCompany: !(await isCompany(ctx, company)),
  };
}

/** A member who signs up their own company is proof enough that there is one. */
async function isCompany(ctx: CallContext, company: string): Promise<boolean> {
  const { who } = ctx.meta;
  const isOwn = who.kind === "person" && who.organisation === company && who.roles.includes("member");
  return isOwn || (await isMember(ctx, company));
}

export async function lastDayFacts(ctx: CallContext, mission: string) {
  const lastDay = await lastDayOf(ctx, mission);
  return { unknownMission: !lastDay, ...(lastDay && { lastDay }) };
}
