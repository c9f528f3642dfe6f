import { follows, noHash, type Sealed } from "./chain.ts";
import type { LogCollection } from "./collection.ts";

/** `bad`: the first number at which it is not as it was written; what follows it is not looked at. */
export type Verified = { head: number; hash: string; bad?: number };

/** A number and its hash, as noted elsewhere: what was cut off at the end only shows against one. */
export type Known = { number: number; hash: string };

/** Walks the whole log. */
export const verify = (log: LogCollection, known?: Known): Promise<Verified> =>
  walk(log.find({}).sort({ _id: 1 }), { _id: 0, hash: noHash }, known);

/** Walks what follows `first`, in order. */
export async function walk(
  chain: AsyncIterable<Sealed>,
  first: Sealed,
  known: Known | undefined,
): Promise<Verified> {
  let before = first;
  for await (const one of chain) {
    const isKnown = one._id !== known?.number || one.hash === known.hash;
    if (!follows(before, one) || !isKnown) return { ...stood(before), bad: before._id + 1 };
    before = { _id: one._id, hash: one.hash };
  }
  const isShort = known !== undefined && before._id < known.number;
  return { ...stood(before), ...(isShort && { bad: before._id + 1 }) };
}

const stood = ({ _id, hash }: Sealed): Verified => ({ head: _id, hash });
