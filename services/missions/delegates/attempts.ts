import type { Model } from "mongoose";
import { type Attempts, attemptFields, attemptIndexes, countTries } from "#shared/access/attempts.ts";
import { keyedHash } from "#shared/access/secrets.ts";
import type { CallContext } from "#shared/contract/call.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { kernelOf } from "#shared/kernel.ts";
import type { Mongo } from "#shared/mongo/connect.ts";
import { storedModel } from "#shared/mongo/model.ts";
import { letterboxOf } from "#shared/plain-address.ts";

export const attemptsOf = (mongo: Mongo): Model<Attempts> =>
  storedModel<Attempts>(mongo, "missions.attempts", attemptFields, attemptIndexes);

const dayMs = 24 * 60 * 60_000;

/** Letters with a delegate's link in a day: to one address, whoever names it, and for one company. */
export const mostLetters = { toAddress: 10, forCompany: 100 };

/** Beside what is kept of delegates, so that whoever is taken off and named anew gets no letters more. */
export async function countLetter({ broker }: CallContext, company: string, email: string) {
  const { mongo, clock, config } = kernelOf(broker);
  const address = keyedHash(config.secret, `delegate-letters\n${letterboxOf(email)}`);
  const counts = [
    [`to/${address}`, mostLetters.toAddress],
    [`for/${company}`, mostLetters.forCompany],
  ] as const;
  const counted = await countTries(attemptsOf(mongo), counts, clock.now(), dayMs);
  return "lockedUntil" in counted ? enough(counted.lockedUntil) : counted;
}

const enough = (until: Date) => refuse("missions.delegate-letters-enough", { until: until.toISOString() });
