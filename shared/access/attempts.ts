import type { Model, mongo } from "mongoose";
import { isDuplicateKey } from "../mongo/connect.ts";

/** How often something was tried or asked for in one window of time. */
export type Attempts = { _id: string; count: number; endsAt: Date };

/** Each service that counts has a collection of its own. */
export const attemptFields = {
  count: { type: Number, required: true },
  endsAt: { type: Date, required: true },
};
export const attemptIndexes: mongo.IndexSpecification[] = [{ endsAt: 1 }];

/** `worked` ends the count, `takeBack` takes off this one: nothing came of it. */
export type Try = { lockedUntil: Date } | { worked(): Promise<void>; takeBack(): Promise<void> };

/** Counted before the answer is known, so that a thousand at once are no more tries than one after the other. */
export async function countTry(
  attempts: Model<Attempts>,
  what: string,
  limit: number,
  now: Date,
  windowMs: number,
): Promise<Try> {
  const { _id, until } = windowOf(what, now, windowMs);
  const counted = await count(attempts, _id, until);
  if (counted > limit) return { lockedUntil: until };
  return {
    worked: async () => void (await attempts.deleteOne({ _id })),
    takeBack: async () => void (await attempts.updateOne({ _id }, { $inc: { count: -1 } })),
  };
}

function windowOf(what: string, now: Date, windowMs: number) {
  const window = Math.floor(now.getTime() / windowMs);
  return { _id: `${what}/${window}`, until: new Date((window + 1) * windowMs) };
}

/** Something came of what was counted: it counts no longer. */
export async function endTries(attempts: Model<Attempts>, what: string, now: Date, windowMs: number) {
  await attempts.deleteOne({ _id: windowOf(what, now, windowMs)._id });
}

/** Of several counts at once one more each, or none. */
export async function countTries(
  attempts: Model<Attempts>,
  counts: readonly (readonly [what: string, limit: number])[],
  now: Date,
  windowMs: number,
): Promise<{ lockedUntil: Date } | { takeBack(): Promise<void> }> {
  const taken: { takeBack(): Promise<void> }[] = [];
  const takeBack = async () => void (await Promise.all(taken.map((one) => one.takeBack())));
  for (const [what, limit] of counts) {
    const tried = await countTry(attempts, what, limit, now, windowMs);
    if ("lockedUntil" in tried) {
      await takeBack();
      return tried;
    }
    taken.push(tried);
  }
  return { takeBack };
}

/** The first one is made, all others add to it: an upsert that is also read finds nothing on some servers when two come at once. */
async function count(attempts: Model<Attempts>, _id: string, endsAt: Date): Promise<number> {
  try {
    await attempts.create({ _id, count: 1, endsAt });
    return 1;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
  const adding = attempts.findOneAndUpdate({ _id }, { $inc: { count: 1 } }, { returnDocument: "after" });
  // None: a right try has just ended the count.
  return (await adding.lean<Attempts>())?.count ?? count(attempts, _id, endsAt);
}
