import Type from "typebox";
import { Code, closed, PublicText } from "#shared/contract/schemas.ts";
import { idOf } from "#shared/log/events.ts";
import { view } from "#shared/views/view.ts";
import { OrganisationKind, Size } from "../contract.ts";
import type { OrganisationEvent } from "../organisations.ts";

export const organisationRows = view<OrganisationEvent>()({
  name: "identity.organisations",
  version: 1,
  row: closed({
    kind: OrganisationKind(),
    name: PublicText(),
    country: Code(2),
    region: Type.Optional(Code()),
    size: Size(),
  }),
  indexes: [{ kind: 1, _id: 1 }],
  on: {
    OrganisationAdmitted: (event, rows) => rows.put(idOf(event), event.data),
  },
});
