import type { CallContext } from "#shared/contract/call.ts";
import { execute } from "#shared/contract/execute.ts";
import { lastDayFacts } from "./facts.ts";
import * as rules from "./rules.ts";
import { seats } from "./seats.ts";

const withdrawn = () => ({ state: "withdrawn" as const });

/** By who is signed in. */
export async function withdrawSeats(ctx: CallContext, mission: string, company: string) {
  const facts = await lastDayFacts(ctx, mission);
  return execute(ctx, seats, mission, rules.withdraw, { company }, facts, withdrawn);
}

/** The same by the link of a letter. `times`: how often the company had signed up, as far as the rows tell. */
export async function withdrawByLetter(ctx: CallContext, mission: string, company: string, times: number) {
  const facts = await lastDayFacts(ctx, mission);
  return execute(ctx, seats, mission, rules.withdrawByLetter, { company, times }, facts, withdrawn);
}
