import type { CallContext } from "#shared/contract/call.ts";
import { execute } from "#shared/contract/execute.ts";
import { lastDayFacts } from "./facts.ts";
import * as rules from "./rules.ts";
import { seats } from "./seats.ts";

/** Whoever asked for it: signed in, or by the link of a letter. */
export async function withdrawSeats(ctx: CallContext, mission: string, company: string) {
  const facts = await lastDayFacts(ctx, mission);
  return execute(ctx, seats, mission, rules.withdraw, { company }, facts, () => ({
    state: "withdrawn" as const,
  }));
}
