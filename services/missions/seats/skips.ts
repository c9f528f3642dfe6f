import type { CallContext } from "#shared/contract/call.ts";
import { above } from "#shared/mongo/filters.ts";
import { read } from "#shared/views/read.ts";
import { type EntryRow, entryRows } from "./views/entries.ts";

type Skip = { at: string; free: number };
type Waits = Pick<EntryRow, "company" | "order" | "inOrderSince">;

const shownOfEach = 3;

/** By company, of those that wait: when fewer seats were free than it takes, and one behind it got them. */
export async function skipsOf(ctx: CallContext, mission: string, waiting: Waits[]) {
  const rows = await read(ctx, entryRows);
  const first = Math.min(...waiting.map(({ order }) => order));
  const passers = waiting.length ? await rows.find({ mission, passedUpTo: above(first) }).lean() : [];
  const passes = passers.flatMap((row) => row.passes);
  return new Map(waiting.map((one) => [one.company, shownOf(skipsIn(passes, one))]));
}

const skipsIn = (passes: EntryRow["passes"], { order, inOrderSince }: Waits): Skip[] =>
  passes
    .filter((pass) => pass.order > order && pass.at >= inOrderSince)
    .map(({ at, free }) => ({ at, free }))
    .sort((one, other) => (one.at < other.at ? 1 : -1));

const shownOf = (skips: Skip[]) => ({ times: skips.length, last: skips.slice(0, shownOfEach) });
