import Type from "typebox";
import { closed, DocumentId, Id, list } from "#shared/contract/schemas.ts";
import { idOf } from "#shared/log/events.ts";
import { view } from "#shared/views/view.ts";
import { RoleWord } from "../contract.ts";
import type { PersonEvent } from "../people.ts";

export const personRows = view<PersonEvent>()({
  name: "identity.people",
  version: 1,
  row: closed({
    organisation: Id(),
    roles: list(RoleWord(), 6),
    document: DocumentId(),
    position: Type.Integer(),
  }),
  indexes: [{ roles: 1, position: 1 }],
  on: {
    PersonAdmitted: (event, rows) => {
      const { organisation, roles, person } = event.data;
      rows.put(idOf(event), { organisation, roles, document: person, position: event.position });
    },
  },
});
