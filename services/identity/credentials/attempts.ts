import type { Model } from "mongoose";
import { isDuplicateKey, type Mongo } from "#shared/mongo/connect.ts";
import { storedModel } from "#shared/mongo/model.ts";

/** Tries in one window of time, wrong ones until one is right. */
type Attempts = { _id: string; count: number; endsAt: Date };

const minuteMs = 60_000;
const quarterMs = 15 * minuteMs;

export const attemptsOf = (mongo: Mongo): Model<Attempts> =>
  storedModel<Attempts>(
    mongo,
    "identity.attempts",
    { count: { type: Number, required: true }, endsAt: { type: Date, required: true } },
    [{ endsAt: 1 }],
  );

/** In a quarter of an hour, invitations in a day. For passwords: of a browser that has signed in to this account before; of all others together. To choose one: by one link. */
export const most = { known: 10, others: 30, code: 5, chosen: 20, letters: 8, invitations: 100, invited: 10 };

export type Try = { lockedUntil: Date } | { worked(): Promise<void> };

/**
 * Counted before the answer is known, so that a thousand at once are no more tries than one after the other. A stranger
 * uses up what strangers have, never what a browser has that its person has signed in with.
 */
export async function beginTry(
  mongo: Mongo,
  what: string,
  limit: number,
  now: Date,
  windowMs = quarterMs,
): Promise<Try> {
  const attempts = attemptsOf(mongo);
  const window = Math.floor(now.getTime() / windowMs);
  const until = new Date((window + 1) * windowMs);
  const _id = `${what}/${window}`;
  const counted = await count(attempts, _id, until);
  if (counted > limit) return { lockedUntil: until };
  return { worked: async () => void (await attempts.deleteOne({ _id })) };
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

/**
 * Whether one more letter may be asked for: one a minute in a browser, and of all browsers that this person has never
 * signed in with so many together. So whoever asks in somebody's name keeps them from nothing.
 */
export async function mayAskForLetter(
  mongo: Mongo,
  { person, browser, isKnown }: { person: string; browser: string; isKnown: boolean },
  now: Date,
): Promise<boolean> {
  const own = await beginTry(mongo, `letter/${person}/${browser}`, 1, now, minuteMs);
  if ("lockedUntil" in own) return false;
  if (isKnown) return true;
  return !("lockedUntil" in (await beginTry(mongo, `letter/${person}/others`, most.letters, now)));
}
