import type { Model } from "mongoose";
import {
  type Attempts,
  attemptFields,
  attemptIndexes,
  countTry,
  endTries,
  type Try,
} from "#shared/access/attempts.ts";
import type { Mongo } from "#shared/mongo/connect.ts";
import { storedModel } from "#shared/mongo/model.ts";

const minuteMs = 60_000;
const quarterMs = 15 * minuteMs;

export const attemptsOf = (mongo: Mongo): Model<Attempts> =>
  storedModel<Attempts>(mongo, "identity.attempts", attemptFields, attemptIndexes);

/** In a quarter of an hour, invitations in a day. For passwords: of a browser that has signed in to this account before; of all others together. To choose one: by one link. */
export const most = { known: 10, others: 30, code: 5, chosen: 20, letters: 8, invitations: 100, invited: 10 };

/** A stranger uses up what strangers have, never what a browser has that its person has signed in with. */
export const beginTry = (
  mongo: Mongo,
  what: string,
  limit: number,
  now: Date,
  windowMs = quarterMs,
): Promise<Try> => countTry(attemptsOf(mongo), what, limit, now, windowMs);

/**
 * Whether one more letter may be asked for: one a minute in a browser, and of all browsers that this person has never
 * signed in with so many together. So whoever asks in somebody's name keeps them from nothing.
 */
export async function mayAskForLetter(
  mongo: Mongo,
  { person, browser, isKnown }: { person: string; browser: string; isKnown: boolean },
  now: Date,
): Promise<boolean> {
  const own = await beginTry(mongo, lettersTo(person, browser), 1, now, minuteMs);
  if ("lockedUntil" in own) return false;
  if (isKnown) return true;
  return !("lockedUntil" in (await beginTry(mongo, `letter/${person}/others`, most.letters, now)));
}

/** Whoever has used the link of a letter may ask for another at once. */
export const letterWasUsed = (mongo: Mongo, person: string, browser: string, now: Date): Promise<void> =>
  endTries(attemptsOf(mongo), lettersTo(person, browser), now, minuteMs);

const lettersTo = (person: string, browser: string) => `letter/${person}/${browser}`;
