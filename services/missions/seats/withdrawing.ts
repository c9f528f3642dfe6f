import type { CallContext } from "#shared/contract/call.ts";
import { execute } from "#shared/contract/execute.ts";
import { lastDayOf } from "../planning/planned.ts";
import * as rules from "./rules.ts";
import { seats } from "./seats.ts";

/** Whoever asked for it: signed in, or by the link of a letter. */
export async function withdrawSeats(ctx: CallContext, mission: string, company: string) {
  const lastDay = await lastDayOf(ctx, mission);
  const facts = { unknownMission: !lastDay, ...(lastDay && { lastDay }) };
  return execute(ctx, seats, mission, rules.withdraw, { company }, facts, () => ({
    state: "withdrawn" as const,
  }));
}
