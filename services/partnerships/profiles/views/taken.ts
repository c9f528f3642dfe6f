import Type, { type Static } from "typebox";
import { closed, Id, Instant, list, PublicText, set } from "#shared/contract/schemas.ts";
import type { Rows } from "#shared/views/view.ts";
import { PartWord, withParts } from "../../mergers/parts.ts";
import { page } from "../contract.ts";
import { asSought, plain } from "../wording.ts";

const Shown = closed({
  ...page,
  publishedAt: Instant(),
  /** Where it stands in the list: by name, not by how that is written. */
  order: PublicText(),
  /** Those of name and summary, for a search. */
  words: PublicText(1_000),
});
type Shown = Static<typeof Shown>;

/** `at`: when, in the order of all events. */
const Taken = closed({ from: Id(), take: set(PartWord(), 4), at: Type.Number() });
type Taken = Static<typeof Taken>;

export const Row = closed({
  ...Shown.properties,
  /** Another stands in its place: it is seen no more. */
  mergedInto: Type.Optional(Id()),
  /** What it says of itself, where it shows parts of others instead. */
  own: Type.Optional(Shown),
  /** Which parts of which others, in the order in which they were merged into it. */
  taken: Type.Optional(list(Taken)),
});
export type Row = Static<typeof Row>;

export function placed(shown: Omit<Shown, "order" | "words">): Shown {
  const words = asSought(`${shown.name}\n${shown.summary}`);
  // A cursor holds it beside an id.
  return { ...shown, order: plain(shown.name).slice(0, 100), words };
}

export const take = (rows: Rows<Row>, into: string, taken: Taken): Promise<void> =>
  retake(rows, into, (all) => [...all, taken]);

export const giveBack = (rows: Rows<Row>, into: string, from: string): Promise<void> =>
  retake(rows, into, (all) => all.filter((one) => one.from !== from));

async function retake(rows: Rows<Row>, id: string, change: (all: Taken[]) => Taken[]): Promise<void> {
  const row = await rows.get(id);
  if (!row) return;
  rows.put(id, { ...row, own: ownOf(row), taken: change(row.taken ?? []) });
  await showAnew(rows, id);
}

/** What it shows may have been passed on to the one into which it was merged, and from there on. */
async function showAnew(rows: Rows<Row>, id: string, passed = new Set<string>()): Promise<void> {
  const row = await rows.get(id);
  if (!row || passed.has(id)) return;
  const { mergedInto, taken = [] } = row;
  const own = ownOf(row);
  const shown = taken.length ? { ...placed(await pageAt(rows, row)), own, taken } : own;
  rows.put(id, { ...shown, ...(mergedInto && { mergedInto }) });
  if (mergedInto) await showAnew(rows, mergedInto, passed.add(id));
}

/** Its own page, with what was taken before that moment of the others, each as it was when it was merged. */
async function pageAt(rows: Rows<Row>, row: Row, moment = Number.POSITIVE_INFINITY): Promise<Shown> {
  let shown = ownOf(row);
  for (const { from, take, at } of row.taken ?? []) {
    const other = at < moment && (await rows.get(from));
    if (other) shown = withParts(shown, await pageAt(rows, other, at), take);
  }
  return shown;
}

function ownOf({ mergedInto: _away, own, taken: _others, ...shown }: Row): Shown {
  return own ?? shown;
}
