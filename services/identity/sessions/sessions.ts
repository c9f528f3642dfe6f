import type { Model } from "mongoose";
import type { Role } from "#shared/access/principal.ts";
import { hashOf, newSecret } from "#shared/access/secrets.ts";
import type { Mongo } from "#shared/mongo/connect.ts";
import { storedModel } from "#shared/mongo/model.ts";

/** Who somebody is while a session lasts: whose rights change signs in anew. */
export type SignedIn = { person: string; organisation: string; roles: Role[] };

/** Sessions are documents: opaque to the browser, hashed here, gone when ended. */
export type Session = SignedIn & { _id: string; startedAt: Date; endsAt: Date };

const lifetimeMs = 12 * 60 * 60_000;

export const sessionsOf = (mongo: Mongo): Model<Session> =>
  storedModel<Session>(
    mongo,
    "identity.sessions",
    {
      person: { type: String, required: true },
      organisation: { type: String, required: true },
      roles: { type: [String], required: true },
      startedAt: Date,
      endsAt: Date,
    },
    [{ endsAt: 1 }],
  );

export async function startSession(mongo: Mongo, who: SignedIn, now: Date): Promise<string> {
  const secret = newSecret();
  const endsAt = new Date(now.getTime() + lifetimeMs);
  await sessionsOf(mongo).create({ _id: hashOf(secret), ...who, startedAt: now, endsAt });
  return secret;
}
