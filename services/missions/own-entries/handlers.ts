import { type CallContext, personIn } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { among, below } from "#shared/mongo/filters.ts";
import { read } from "#shared/views/read.ts";
import { delegateRows } from "../delegates/views/delegates.ts";
import { shown } from "../planning/shown.ts";
import { missionRows } from "../planning/views/missions.ts";
import { shownAs, waitingBefore } from "../seats/entry.ts";
import { type EntryRow, entryRows } from "../seats/views/entries.ts";
import type { actions } from "./contract.ts";

type In<A extends keyof typeof actions> = Input<(typeof actions)[A]>;

export async function ownEntries({ after, limit }: In<"ownEntries">, ctx: CallContext) {
  const { organisation: company } = personIn(ctx);
  const found = await (await read(ctx, entryRows))
    .find({ company, ...(after !== undefined && { order: below(after) }) })
    .sort({ order: -1 })
    .limit(limit)
    .lean();
  const [missions, delegates] = [await missionsOf(ctx, found), await delegatesOf(ctx, company, found)];
  const rows = await Promise.all(
    found.map(async ({ mission, order, seats, at, state: own }) => {
      const { title, state: missionState, from, legs, online, ...dates } = missions.get(mission)!;
      const { firstDay, lastDay, signUpClosesAt } = dates;
      const named = delegates.get(mission) ?? [];
      const state = shownAs(own, missionState === "cancelled");
      return {
        ...{ mission, title, missionState, from, to: legs.map(({ country }) => country) },
        ...(online && { online }),
        ...{ firstDay, lastDay, state, seats, at, signUpClosesAt },
        ...{ named: named.length, done: named.filter(({ answers }) => answers !== undefined).length },
        ...(state === "waiting" && { place: 1 + (await waitingBefore(ctx, mission, order)) }),
      };
    }),
  );
  const last = found.length === limit ? found.at(-1) : undefined;
  return { rows, ...(last && { next: last.order }) };
}

/** Of each mission those whom the company has named. */
async function delegatesOf(ctx: CallContext, company: string, entries: EntryRow[]) {
  const ids = entries.map(({ mission }) => mission);
  const rows = await (await read(ctx, delegateRows)).find({ company, mission: among(ids) }).lean();
  return Map.groupBy(rows, ({ mission }) => mission);
}

async function missionsOf(ctx: CallContext, entries: EntryRow[]) {
  const ids = entries.map(({ mission }) => mission);
  const planned = await (await read(ctx, missionRows)).find({ _id: among(ids) }).lean();
  const all = await shown(ctx, planned);
  return new Map(all.map((mission) => [mission.id, mission]));
}
