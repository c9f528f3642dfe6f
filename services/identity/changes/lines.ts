import type { CallContext } from "#shared/contract/call.ts";
import { kernelOf } from "#shared/kernel.ts";
import { logCollection } from "#shared/log/collection.ts";
import type { Commit, Outcome } from "#shared/log/commit.ts";

/** One outcome and where it stands. */
export type Change = Omit<Outcome, "hash"> & { number: number; at: Date; stream: string };

/** So many commits are looked through for one answer: who did something is found by looking at each. */
const span = 20_000;

/** The newest that match among the commits before a number; `next`: where older ones begin. */
export async function collect(
  ctx: CallContext,
  { before, ...filter }: { before: number } & Record<string, unknown>,
  matches: (one: Change) => boolean,
  size: number,
): Promise<{ found: Change[]; next?: number }> {
  const { mongo } = kernelOf(ctx.broker);
  const first = Math.max(1, before - span);
  const commits = logCollection(mongo)
    .find({ ...filter, _id: { $gte: first, $lt: before } })
    .sort({ _id: -1 });
  const found: Change[] = [];
  for await (const commit of commits) {
    found.push(...changesIn(commit).filter(matches).reverse());
    if (found.length >= size) return { found, ...(commit._id > 1 && { next: commit._id }) };
  }
  return { found, ...(first > 1 && { next: first }) };
}

const changesIn = ({ _id: number, at, entries }: Commit): Change[] =>
  entries.flatMap(({ stream, outcomes }) =>
    outcomes.map(({ hash: _hash, ...outcome }) => ({ ...outcome, number, at, stream })),
  );
