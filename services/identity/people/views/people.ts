import Type from "typebox";
import { closed, DocumentId, Id, Instant, list } from "#shared/contract/schemas.ts";
import { idOf } from "#shared/log/events.ts";
import { view } from "#shared/views/view.ts";
import type { AccountEvent } from "../../accounts/accounts.ts";
import type { ErasureEvent } from "../../erasures/erasures.ts";
import { RoleWord } from "../contract.ts";
import type { PersonEvent } from "../people.ts";

export const personRows = view<PersonEvent | AccountEvent | ErasureEvent>()({
  name: "identity.people",
  version: 4,
  row: closed({
    /** In the order in which they were given. */
    memberships: list(closed({ organisation: Id(), roles: list(RoleWord(), 6) })),
    document: DocumentId(),
    suspended: Type.Optional(closed({ at: Instant(), by: Type.Optional(Id()), reason: DocumentId() })),
    erased: Type.Optional(Type.Boolean()),
    position: Type.Integer(),
  }),
  indexes: [
    { "memberships.roles": 1, position: 1 },
    { "memberships.organisation": 1, position: 1 },
  ],
  on: {
    PersonAdmitted: (event, rows) => {
      const { organisation, roles, person } = event.data;
      const memberships = [{ organisation, roles }];
      rows.put(idOf(event), { memberships, document: person, position: event.position });
    },
    PersonJoined: async (event, rows) => {
      const row = await rows.get(idOf(event));
      if (row) rows.put(idOf(event), { ...row, memberships: [...row.memberships, event.data] });
    },
    PersonSuspended: async (event, rows) => {
      const row = await rows.get(idOf(event));
      const { person: by } = event.by;
      const suspended = { at: event.at.toISOString(), ...(by && { by }), reason: event.data.reason };
      if (row) rows.put(idOf(event), { ...row, suspended });
    },
    PersonReinstated: async (event, rows) => {
      const row = await rows.get(idOf(event));
      if (!row) return;
      const { suspended: _over, ...rest } = row;
      rows.put(idOf(event), rest);
    },
    /** They belong nowhere any more, so that nobody signs in as them. */
    PersonErased: async (event, rows) => {
      const row = await rows.get(idOf(event));
      if (row) rows.put(idOf(event), { ...row, memberships: [], erased: true });
    },
  },
});
