import type { Static } from "typebox";
import type { Mongo } from "#shared/mongo/connect.ts";
import { among } from "#shared/mongo/filters.ts";
import { gather } from "#shared/mongo/gather.ts";
import { modelOf } from "#shared/mongo/model.ts";
import type { RoleWord } from "../people/contract.ts";
import { personRows } from "../people/views/people.ts";
import { type Session, sessionsOf } from "./sessions.ts";

type PersonRow = { _id: string; organisation: string; roles: Static<ReturnType<typeof RoleWord>>[] };

const opened = new WeakMap<Mongo, ReturnType<typeof openLookUps>>();

/** Who is calling: asked by every request that has a session, so many at a time. */
export function lookUps(mongo: Mongo) {
  const known = opened.get(mongo) ?? openLookUps(mongo);
  opened.set(mongo, known);
  return known;
}

const openLookUps = (mongo: Mongo) => ({
  session: gather((ids) =>
    sessionsOf(mongo)
      .find({ _id: among(ids) })
      .lean<Session[]>(),
  ),
  person: gather((ids) =>
    modelOf<PersonRow>(mongo, personRows.name, personRows.row)
      .find({ _id: among(ids) })
      .lean<PersonRow[]>(),
  ),
});
