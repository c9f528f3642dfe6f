import type { PersonCalling } from "#shared/contract/call.ts";
import type { Credentials } from "./credentials.ts";

/** What was proved longer ago does not count for what matters. */
const freshMs = 10 * 60_000;

export const isFresh = ({ secondFactorAt }: PersonCalling, now: Date): boolean =>
  secondFactorAt !== undefined && now.getTime() - secondFactorAt < freshMs;

/** A second factor is replaced by whoever has given the one there is; the first one needs none. */
export const mayReplace = (who: PersonCalling, known: Partial<Credentials>, now: Date): boolean =>
  !known.secondFactor || isFresh(who, now);
