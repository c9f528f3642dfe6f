import type { Model } from "mongoose";
import { hashOf, newSecret } from "#shared/access/secrets.ts";
import type { Mongo } from "#shared/mongo/connect.ts";
import { storedModel } from "#shared/mongo/model.ts";

/** Sessions are documents: opaque to the browser, hashed here, gone when ended. */
export type Session = { _id: string; person: string; startedAt: Date; endsAt: Date };

const lifetimeMs = 12 * 60 * 60_000;

export const sessionsOf = (mongo: Mongo): Model<Session> =>
  storedModel<Session>(
    mongo,
    "identity.sessions",
    { person: { type: String, required: true }, startedAt: Date, endsAt: Date },
    [{ endsAt: 1 }],
  );

export async function startSession(mongo: Mongo, person: string, now: Date): Promise<string> {
  const secret = newSecret();
  const endsAt = new Date(now.getTime() + lifetimeMs);
  await sessionsOf(mongo).create({ _id: hashOf(secret), person, startedAt: now, endsAt });
  return secret;
}
