import Type from "typebox";
import { Name } from "#shared/contract/schemas.ts";
import { listOf, type Reader } from "./list.ts";
import { listActions } from "./list-actions.ts";
import { country, said } from "./words.ts";

export const organisations = listOf(listActions.organisations, {
  columns: {
    id: ({ id }) => id,
    name: ({ name }) => name,
    kind: ({ kind }, reader) => said(reader, `identity:columns.kinds.${kind}`),
    country: (row, reader) => country(row.country, reader),
    "country-code": (row) => row.country,
    region: ({ region }) => region,
    size: ({ size }, reader) => said(reader, `identity:columns.sizes.${size}`),
    led: ({ isLed }) => isLed,
  },
  narrowing: {
    name: {
      schema: Name(200),
      keeps: ({ name }, part: string) => name.toLocaleLowerCase().includes(part.trim().toLocaleLowerCase()),
    },
    unled: { schema: Type.Boolean(), keeps: ({ isLed }, unled: boolean) => !unled || !isLed },
  },
});

export const people = listOf(listActions.people, {
  columns: {
    id: ({ person }) => person,
    name: ({ own }) => own?.name,
    email: ({ own }) => own?.email,
    memberships: ({ memberships }, reader) => memberships.map((one) => belonging(one, reader)).join("; "),
    suspended: ({ suspended }) => suspended,
  },
});

type Membership = { organisationName: string; roles: string[]; standing: string };

function belonging({ organisationName, roles, standing }: Membership, reader: Reader): string {
  const told = [
    said(reader, `identity:standings.${standing}`),
    ...roles.map((role) => said(reader, `identity:roles.${role}`)),
  ];
  return `${organisationName} (${told.join(", ")})`;
}
