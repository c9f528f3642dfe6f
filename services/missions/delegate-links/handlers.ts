import { organisationNames } from "#services/names.ts";
import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { execute } from "#shared/contract/execute.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { remember } from "#shared/documents/remember.ts";
import { endOf as endOfTerm } from "#shared/documents/terms.ts";
import { kernelOf } from "#shared/kernel.ts";
import { read } from "#shared/views/read.ts";
import { askedOf, wrongIn } from "../delegates/asked.ts";
import { asAnswered, withWords } from "../delegates/details.ts";
import * as rules from "../delegates/rules.ts";
import { delegateRows } from "../delegates/views/delegates.ts";
import { endOf } from "../planning/missions.ts";
import { isOn, missionNow } from "../planning/state.ts";
import { missionRows } from "../planning/views/missions.ts";
import { lastDayFacts } from "../seats/facts.ts";
import { seats } from "../seats/seats.ts";
import type { actions } from "./contract.ts";
import { delegateLinksOf } from "./links.ts";

type In<A extends keyof typeof actions> = Input<(typeof actions)[A]>;

const planOf = async (ctx: CallContext, mission: string) =>
  (await read(ctx, missionRows)).findById(mission).lean();

const goes = async (ctx: CallContext, { mission, delegate }: In<"delegateOfOwnLink">) =>
  (await read(ctx, delegateRows)).findOne({ _id: delegate, mission }).lean();

export async function delegateOfOwnLink(asked: In<"delegateOfOwnLink">, ctx: CallContext) {
  const row = await goes(ctx, asked);
  const [own] = row ? await withWords(ctx, [row]) : [];
  const plan = await planOf(ctx, asked.mission);
  if (!own?.details || !plan) return refuse("not-found");
  const { company } = own.row;
  const names = await organisationNames(ctx, [company]);
  const { title, firstDay, lastDay, online = false } = plan;
  const erased = endOfTerm("while-delegate", new Date(endOf(lastDay)));
  return {
    ...{ name: own.details.name, role: own.details.role, companyName: names[company] ?? company },
    ...{ title, firstDay, lastDay, keptUntil: erased.toISOString().slice(0, 10) },
    ...{ online, asked: askedOf(plan) },
    ...(own.answers && { answers: own.answers }),
    abilities: isOn(ctx, await missionNow(ctx, asked.mission)) ? ["answer" as const] : [],
  };
}

export async function answerByLink({ mission, delegate, ...own }: In<"answerByLink">, ctx: CallContext) {
  const [row, plan] = await Promise.all([goes(ctx, { mission, delegate }), planOf(ctx, mission)]);
  if (!row || !plan) return refuse("not-found");
  const wrong = wrongIn(own, plan);
  if (wrong) return wrong;
  const answers = await remember(ctx, asAnswered(delegate), own);
  const given = { company: row.company, delegate, answers };
  const facts = await lastDayFacts(ctx, mission);
  return execute(ctx, seats, mission, rules.answer, given, facts, () => ({}));
}

export async function delegateOfLink({ linkHash }: In<"delegateOfLink">, ctx: CallContext) {
  const link = await delegateLinksOf(kernelOf(ctx.broker).mongo).findOne({ hash: linkHash }).lean();
  if (!link || !(await goes(ctx, { mission: link.mission, delegate: link._id }))) return {};
  return { who: { delegate: link._id, company: link.company } };
}
