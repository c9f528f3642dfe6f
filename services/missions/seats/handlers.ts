import { organisationNames } from "#services/names.ts";
import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { execute } from "#shared/contract/execute.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { above, among } from "#shared/mongo/filters.ts";
import { read } from "#shared/views/read.ts";
import { namedOn } from "../delegates/named.ts";
import { isPlanned } from "../planning/planned.ts";
import { missionNow } from "../planning/state.ts";
import { abilitiesOn, abilitiesOnEntry } from "./abilities.ts";
import type { actions } from "./contract.ts";
import { rowOf, shownAs, shownEntry, shownRow, waitingBefore } from "./entry.ts";
import { lastDayFacts, unknownOf } from "./facts.ts";
import * as rules from "./rules.ts";
import { seats, standing } from "./seats.ts";
import { skipsOf } from "./skips.ts";
import { type EntryRow, entryRows } from "./views/entries.ts";
import { withdrawSeats } from "./withdrawing.ts";

type In<A extends keyof typeof actions> = Input<(typeof actions)[A]>;

export const offerSeats = ({ mission, ...offer }: In<"offerSeats">, ctx: CallContext) =>
  execute(ctx, seats, mission, rules.offer, offer, {}, () => ({}));

export const closeSeats = ({ mission }: In<"closeSeats">, ctx: CallContext) =>
  execute(ctx, seats, mission, rules.close, {}, {}, () => ({}));

export async function claim({ mission, ...asked }: In<"claim">, ctx: CallContext) {
  const facts = await unknownOf(ctx, mission, asked.company);
  return execute(ctx, seats, mission, rules.claim, asked, facts, (after) => {
    const { state, seats: count } = standing(after, asked.company)!;
    return { state, seats: count, ...(state === "waiting" && { place: after.waiting.size }) };
  });
}

export const withdraw = ({ mission, company }: In<"withdraw">, ctx: CallContext) =>
  withdrawSeats(ctx, mission, company);

export async function changeEntry({ mission, ...asked }: In<"changeEntry">, ctx: CallContext) {
  const facts = await lastDayFacts(ctx, mission);
  return execute(ctx, seats, mission, rules.change, asked, facts, (after) => {
    const { state, seats: count } = standing(after, asked.company)!;
    return { state, seats: count };
  });
}

export async function entries({ mission, state, after, limit }: In<"entries">, ctx: CallContext) {
  if (!(await isPlanned(ctx, mission))) return refuse("not-found");
  const rows = await read(ctx, entryRows);
  const now = await missionNow(ctx, mission);
  const cancelled = now?.state === "cancelled";
  const wanted = everyState.filter((own) => shownAs(own, cancelled) === state);
  const found = await rows
    .find({ mission, ...(state && { state: among(wanted) }), order: above(after ?? -1) })
    .sort({ order: 1 })
    .limit(limit)
    .lean();
  const companies = found.map((row) => row.company);
  const [names, named] = await Promise.all([
    organisationNames(ctx, companies),
    namedOn(ctx, mission, companies),
  ]);
  // The last one of the page before counts too.
  const before = after === undefined ? 0 : await waitingBefore(ctx, mission, after + 1);
  let place = before;
  const skips = await skipsOf(
    ctx,
    mission,
    found.filter((row) => row.state === "waiting"),
  );
  const shown = found.map((row) => {
    const own = shownRow(row, names[row.company] ?? row.company, now);
    const waits = own.state === "waiting" && { place: ++place, skipped: skips.get(row.company)! };
    const abilities = abilitiesOnEntry(ctx, now, own);
    return { ...own, ...waits, named: named.get(row.company)!, abilities };
  });
  const last = found.length === limit ? found.at(-1)!.order : undefined;
  return { rows: shown, ...(last !== undefined && { next: last }), abilities: abilitiesOn(ctx, now) };
}

export async function ownEntry({ mission, company }: In<"ownEntry">, ctx: CallContext) {
  if (!(await isPlanned(ctx, mission))) return refuse("not-found");
  const now = await missionNow(ctx, mission);
  const row = await rowOf(ctx, mission, company);
  if (!row) return { entry: null, abilities: abilitiesOn(ctx, now, { company }) };
  const entry = await shownEntry(ctx, row, now);
  return {
    entry: { ...entry, abilities: abilitiesOnEntry(ctx, now, entry) },
    abilities: abilitiesOn(ctx, now, entry),
  };
}

const everyState: EntryRow["state"][] = ["confirmed", "waiting", "withdrawn"];
