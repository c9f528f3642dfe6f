import { type CallContext, personIn } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { read } from "#shared/views/read.ts";
import { pageOfMissions } from "../planning/page.ts";
import { missionRows } from "../planning/views/missions.ts";
import type { actions } from "./contract.ts";
import { factsOf } from "./facts.ts";
import { verdictOn } from "./reasons.ts";

type In<A extends keyof typeof actions> = Input<(typeof actions)[A]>;

export async function verdict({ mission, company }: In<"verdict">, ctx: CallContext) {
  const row = await (await read(ctx, missionRows)).findById(mission).lean();
  if (!row) return refuse("not-found");
  const [facts] = await factsOf(ctx, company, [row]);
  return { company, ...verdictOn(facts!) };
}

export async function ownVerdicts(page: In<"ownVerdicts">, ctx: CallContext) {
  const { rows, next } = await pageOfMissions(ctx, page);
  const facts = await factsOf(ctx, personIn(ctx).organisation, rows);
  return {
    rows: rows.map(({ _id }, n) => ({ mission: _id, ...verdictOn(facts[n]!) })),
    ...(next && { next }),
  };
}
