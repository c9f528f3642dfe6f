import { database, type Mongo } from "#shared/mongo/connect.ts";
import { gather } from "#shared/mongo/gather.ts";
import { type Session, sessionsOf } from "./sessions.ts";

type LookUp = (sessionHash: string) => Promise<Session | undefined>;

const opened = new WeakMap<Mongo, LookUp>();

/** Who is calling, asked by every request that has a session: so many at a time. */
export function lookUp(mongo: Mongo): LookUp {
  const known = opened.get(mongo) ?? openLookUp(mongo);
  opened.set(mongo, known);
  return known;
}

function openLookUp(mongo: Mongo): LookUp {
  const sessions = database(mongo).collection<Session>(sessionsOf(mongo).collection.name);
  return gather((ids) => sessions.find({ _id: { $in: ids } }).toArray());
}
