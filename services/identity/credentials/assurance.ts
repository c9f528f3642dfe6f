import { isFresh } from "#shared/access/policy.ts";
import type { PersonCalling } from "#shared/contract/call.ts";
import type { Credentials } from "./credentials.ts";

/** A second factor is replaced by whoever has given the one there is; the first one needs none. */
export const mayReplace = (who: PersonCalling, known: Partial<Credentials>, now: Date): boolean =>
  !known.secondFactor || isFresh(who, now);
