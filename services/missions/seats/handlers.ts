import { organisationNames } from "#services/names.ts";
import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { execute } from "#shared/contract/execute.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { above, among } from "#shared/mongo/filters.ts";
import { read } from "#shared/views/read.ts";
import { isCompany } from "../companies.ts";
import { isPlanned } from "../planning/planned.ts";
import { missionNow } from "../planning/state.ts";
import { abilitiesOn, abilitiesOnEntry } from "./abilities.ts";
import type { actions } from "./contract.ts";
import { rowOf, shownAs, shownEntry, waitingBefore } from "./entry.ts";
import * as rules from "./rules.ts";
import { seats } from "./seats.ts";
import { type EntryRow, entryRows } from "./views/entries.ts";
import { withdrawSeats } from "./withdrawing.ts";

type In<A extends keyof typeof actions> = Input<(typeof actions)[A]>;

export const offerSeats = ({ mission, ...offer }: In<"offerSeats">, ctx: CallContext) =>
  execute(ctx, seats, mission, rules.offer, offer, {}, () => ({}));

export const closeSeats = ({ mission }: In<"closeSeats">, ctx: CallContext) =>
  execute(ctx, seats, mission, rules.close, {}, {}, () => ({}));

export async function claim({ mission, company, seats: count }: In<"claim">, ctx: CallContext) {
  const facts = {
    unknownMission: !(await isPlanned(ctx, mission)),
    unknownCompany: !(await isCompany(ctx, company)),
  };
  return execute(ctx, seats, mission, rules.claim, { company, seats: count }, facts, (after, [event]) =>
    event?.type === "SeatsConfirmed"
      ? { state: "confirmed" as const }
      : { state: "waiting" as const, place: after.waiting.size },
  );
}

export const withdraw = ({ mission, company }: In<"withdraw">, ctx: CallContext) =>
  withdrawSeats(ctx, mission, company);

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
  const names = await organisationNames(
    ctx,
    found.map((row) => row.company),
  );
  // The last one of the page before counts too.
  const before = after === undefined ? 0 : await waitingBefore(ctx, mission, after + 1);
  let place = before;
  const shown = found.map(({ company, seats: count, state: own, at }) => {
    const row = {
      company,
      companyName: names[company] ?? company,
      seats: count,
      state: shownAs(own, cancelled),
    };
    const placed = row.state === "waiting" && { place: ++place };
    return { ...row, ...placed, at, abilities: abilitiesOnEntry(ctx, now, row) };
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
