import type { CallContext } from "#shared/contract/call.ts";
import { isCompany } from "../companies.ts";
import { isPlanned, lastDayOf } from "../planning/planned.ts";

/** What there is not, of what a company asks for. */
export async function unknownOf(ctx: CallContext, mission: string, company: string) {
  return {
    unknownMission: !(await isPlanned(ctx, mission)),
    unknownCompany: !(await isCompany(ctx, company)),
  };
}

export async function lastDayFacts(ctx: CallContext, mission: string) {
  const lastDay = await lastDayOf(ctx, mission);
  return { unknownMission: !lastDay, ...(lastDay && { lastDay }) };
}
