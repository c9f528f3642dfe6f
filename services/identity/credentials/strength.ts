import pLimit from "p-limit";
import { inTime } from "#shared/contract/call.ts";
import { Crowded } from "#shared/errors/errors.ts";
import { scoreOf } from "./guessing.ts";

/** Fewer guesses than a hundred million (below zxcvbn's third step): beside a second factor, and with tries that are counted. */
const least = 3;
/**
 * Characters. Whoever has guessed all of a password has guessed its beginning, so what takes enough guesses up to here takes
 * enough; and a look at more of them takes disproportionately longer.
 */
const looked = 48;

/** Each takes the thread up to a fifth of a second: whoever is let in has an answer within two. */
const pool = pLimit(1);
const most = { waiting: 10, ofOne: 2 };
const places = new Map<string, number>();

/** Whether it is among the common ones, or what is left without the words that a stranger knows of this person. */
export async function isEasilyGuessed(
  ctx: Parameters<typeof inTime>[0],
  person: string,
  password: string,
  ownWords: string[],
): Promise<boolean> {
  const left = ownWords.reduce(
    (text, word) => text.replaceAll(word.toLowerCase(), " "),
    password.toLowerCase(),
  );
  const score = await inTurn(person, () => {
    inTime(ctx);
    return scoreOf(left.slice(0, looked));
  });
  return score < least;
}

/** Of many at once that one link sends, all but two are told no, so that nobody else is. */
async function inTurn<T>(person: string, look: () => Promise<T>): Promise<T> {
  const held = places.get(person) ?? 0;
  // Better a no at once than an answer that comes too late.
  if (held >= most.ofOne || pool.pendingCount >= most.waiting) throw new Crowded("new passwords");
  places.set(person, held + 1);
  try {
    return await pool(look);
  } finally {
    const rest = places.get(person)! - 1;
    if (rest) places.set(person, rest);
    else places.delete(person);
  }
}
