import type { CallContext } from "#shared/contract/call.ts";
import { kernelOf } from "#shared/kernel.ts";
import { among } from "#shared/mongo/filters.ts";
import { read } from "#shared/views/read.ts";
import { isCompany } from "../companies.ts";
import { countsOf } from "../planning/counts.ts";
import type { MissionRow } from "../planning/views/missions.ts";
import { waitingBefore } from "../seats/entry.ts";
import { entryRows } from "../seats/views/entries.ts";
import type { Facts } from "./reasons.ts";

/** What the rows tell of each of these missions and of one company, in the same order. */
export async function factsOf(
  ctx: CallContext,
  company: string,
  missions: (MissionRow & { _id: string })[],
): Promise<Facts[]> {
  const { clock } = kernelOf(ctx.broker);
  const ids = missions.map(({ _id }) => _id);
  const [isKnown, counts, entries] = [
    await isCompany(ctx, company),
    await countsOf(ctx, ids),
    await entriesOf(ctx, company, ids),
  ];
  return missions.map((mission) => ({
    ...{ now: clock.now(), company, isCompany: isKnown, mission },
    counts: counts.get(mission._id),
    entry: entries.get(mission._id),
  }));
}

async function entriesOf(ctx: CallContext, company: string, missions: string[]) {
  const ids = missions.map((mission) => `${mission}/${company}`);
  const found = await (await read(ctx, entryRows)).find({ _id: among(ids) }).lean();
  const placed = found.map(async ({ mission, state, seats, order }) => {
    const place = state === "waiting" ? 1 + (await waitingBefore(ctx, mission, order)) : 0;
    return [mission, { state, seats, place }] as const;
  });
  return new Map(await Promise.all(placed));
}
