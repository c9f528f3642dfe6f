import { follows, noHash } from "./chain.ts";
import type { LogCollection } from "./collection.ts";
import type { Commit } from "./commit.ts";

/** `bad`: the first number at which the log is not as it was written; what follows it is not looked at. */
export type Verified = { head: number; hash: string; bad?: number };

/** Walks the whole log. What was cut off at its end only shows against a head that was noted elsewhere: `known`. */
export async function verify(
  log: LogCollection,
  known?: { number: number; hash: string },
): Promise<Verified> {
  let before = { _id: 0, hash: noHash };
  for await (const commit of log.find({}).sort({ _id: 1 }) as AsyncIterable<Commit>) {
    const isKnown = commit._id !== known?.number || commit.hash === known.hash;
    if (!follows(before, commit) || !isKnown) return { ...stood(before), bad: before._id + 1 };
    before = { _id: commit._id, hash: commit.hash };
  }
  const isShort = known !== undefined && before._id < known.number;
  return { ...stood(before), ...(isShort && { bad: before._id + 1 }) };
}

const stood = ({ _id, hash }: { _id: number; hash: string }): Verified => ({ head: _id, hash });
