import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { execute, isReplay } from "#shared/contract/execute.ts";
import { may } from "#shared/contract/may.ts";
import { isRefusal, refuse } from "#shared/contract/refusals.ts";
import { remember } from "#shared/documents/remember.ts";
import { endOf as endOfTerm } from "#shared/documents/terms.ts";
import { newId } from "#shared/ids.ts";
import { kernelOf } from "#shared/kernel.ts";
import { plainAddress } from "#shared/plain-address.ts";
import { read } from "#shared/views/read.ts";
import { membersOf } from "../letters/members.ts";
import { endOf } from "../planning/missions.ts";
import { isOn, missionNow } from "../planning/state.ts";
import { missionRows } from "../planning/views/missions.ts";
import { rowOf } from "../seats/entry.ts";
import { lastDayFacts } from "../seats/facts.ts";
import { seats } from "../seats/seats.ts";
import { countLetter } from "./attempts.ts";
import { actions } from "./contract.ts";
import { asNamed, shownOf, withWords } from "./details.ts";
import * as rules from "./rules.ts";
import { delegateRows } from "./views/delegates.ts";

type In<A extends keyof typeof actions> = Input<(typeof actions)[A]>;

export async function delegates({ mission, company }: In<"delegates">, ctx: CallContext) {
  const plan = await (await read(ctx, missionRows)).findById(mission).lean();
  if (!plan) return refuse("not-found");
  const rows = await read(ctx, delegateRows);
  const found = await rows.find({ mission, company }).sort({ order: 1 }).limit(50).lean();
  const entry = await rowOf(ctx, mission, company);
  const confirmed = entry?.state === "confirmed" ? entry.seats : 0;
  const until = plan.signUpClosesAt;
  return {
    rows: (await withWords(ctx, found)).map(({ row, details }) => ({
      ...shownOf(row, details),
      byOffice: row.byOffice,
    })),
    ...{ seats: confirmed, until },
    abilities: confirmed ? await abilitiesOn(ctx, { mission, company }, new Date(until)) : [],
  };
}

async function abilitiesOn(ctx: CallContext, about: { mission: string; company: string }, until: Date) {
  if (!isOn(ctx, await missionNow(ctx, about.mission))) return [];
  const inTime = kernelOf(ctx.broker).clock.now() <= until || rules.isOffice(ctx.meta.who);
  return [
    ...(inTime && may(ctx, actions.nameDelegate, about) ? ["name" as const] : []),
    ...(may(ctx, actions.removeDelegate, about) ? ["remove" as const] : []),
  ];
}

/** Whoever acts for the company themselves is known by their account too: what is kept of the one is of the other. */
export async function nameDelegate(
  { mission, company, instead, ...details }: In<"nameDelegate">,
  ctx: CallContext,
) {
  const facts = await lastDayFacts(ctx, mission);
  if (!facts.lastDay) return refuse("not-found");
  const letter = await countLetter(ctx, company, details.email);
  if (isRefusal(letter)) return letter;
  const delegate = newId();
  const members = await membersOf(ctx, [company]);
  const own = members.find(({ email }) => plainAddress(email) === plainAddress(details.email));
  const naming = {
    ...{ company, delegate, details: await remember(ctx, asNamed(delegate), details) },
    keptUntil: endOfTerm("while-delegate", new Date(endOf(facts.lastDay))).toISOString(),
    ...(own && { person: own.person }),
    ...(instead && { instead }),
  };
  const named = await execute(ctx, seats, mission, rules.name, naming, facts, () => ({ delegate }));
  if (isRefusal(named) || isReplay(ctx)) await letter.takeBack();
  return named;
}

export async function removeDelegate({ mission, ...asked }: In<"removeDelegate">, ctx: CallContext) {
  const facts = await lastDayFacts(ctx, mission);
  return execute(ctx, seats, mission, rules.remove, asked, facts, () => ({}));
}
