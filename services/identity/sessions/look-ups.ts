import type { Static } from "typebox";
import { database, type Mongo } from "#shared/mongo/connect.ts";
import { gather } from "#shared/mongo/gather.ts";
import type { RoleWord } from "../people/contract.ts";
import { personRows } from "../people/views/people.ts";
import { type Session, sessionsOf } from "./sessions.ts";

type PersonRow = { _id: string; organisation: string; roles: Static<ReturnType<typeof RoleWord>>[] };
/** `people`: the one whose session it is; none when there is no such person any more. */
type Found = Session & { people: PersonRow[] };
type LookUp = (sessionHash: string) => Promise<Found | undefined>;

const opened = new WeakMap<Mongo, LookUp>();

/** Who is calling, asked by every request that has a session: so many at a time, and the person with the session. */
export function lookUp(mongo: Mongo): LookUp {
  const known = opened.get(mongo) ?? openLookUp(mongo);
  opened.set(mongo, known);
  return known;
}

function openLookUp(mongo: Mongo): LookUp {
  const sessions = database(mongo).collection<Found>(sessionsOf(mongo).collection.name);
  const person = { from: personRows.name, localField: "person", foreignField: "_id", as: "people" };
  return gather((ids) =>
    sessions.aggregate<Found>([{ $match: { _id: { $in: ids } } }, { $lookup: person }]).toArray(),
  );
}
