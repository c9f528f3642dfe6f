import type { Model } from "mongoose";
import type { Role } from "#shared/access/principal.ts";
import { isStaff } from "#shared/access/principal.ts";
import { hashOf, newSecret } from "#shared/access/secrets.ts";
import { newId } from "#shared/ids.ts";
import { database, type Mongo } from "#shared/mongo/connect.ts";
import { storedModel } from "#shared/mongo/model.ts";

/** Who somebody is while a session lasts: whose rights change signs in anew. */
export type SignedIn = {
  person: string;
  organisation: string;
  roles: Role[];
  /** When a second factor was last given in it. */
  secondFactorAt?: Date;
  /** The browser and system it was begun in, as its owner knows them. */
  device?: string;
};

/** Sessions are documents: opaque to the browser, hashed here, gone when ended. */
export type Session = SignedIn & {
  _id: string;
  /** By which its owner ends it; it opens nothing. */
  name: string;
  startedAt: Date;
  /** To a tenth of the time it may rest. */
  seenAt: Date;
  endsAt: Date;
};

const minute = 60_000;
const hour = 60 * minute;

/** How long it may rest, and how long it lasts at most. */
const staff = { rest: 30 * minute, whole: 12 * hour };
const others = { rest: 8 * hour, whole: 30 * 24 * hour };

const timesOf = (roles: Role[]) => (isStaff(roles) ? staff : others);

export const sessionsOf = (mongo: Mongo): Model<Session> =>
  storedModel<Session>(
    mongo,
    "identity.sessions",
    {
      name: { type: String, required: true },
      person: { type: String, required: true },
      organisation: { type: String, required: true },
      roles: { type: [String], required: true },
      secondFactorAt: Date,
      device: String,
      startedAt: { type: Date, required: true },
      seenAt: { type: Date, required: true },
      endsAt: { type: Date, required: true },
    },
    [{ endsAt: 1 }, { person: 1 }],
  );

/** Without mongoose, for it is asked for every request that comes with a session. */
export const sessionCollection = (mongo: Mongo) =>
  database(mongo).collection<Session>(sessionsOf(mongo).collection.name);

export async function startSession(mongo: Mongo, who: SignedIn, now: Date): Promise<string> {
  const secret = newSecret();
  const { rest } = timesOf(who.roles);
  const endsAt = new Date(now.getTime() + rest);
  const own = { name: newId(), startedAt: now, seenAt: now, endsAt };
  await sessionsOf(mongo).create({ _id: hashOf(secret), ...who, ...own });
  return secret;
}

/** Used: it may rest anew from now on. Written now and then only, or every request would be a write. */
export async function keepAlive(mongo: Mongo, { _id, roles, startedAt, seenAt }: Session, now: Date) {
  const { rest, whole } = timesOf(roles);
  if (now.getTime() - seenAt.getTime() < rest / 10) return;
  const endsAt = new Date(Math.min(now.getTime() + rest, startedAt.getTime() + whole));
  await sessionsOf(mongo).updateOne({ _id }, { $set: { seenAt: now, endsAt } });
}
