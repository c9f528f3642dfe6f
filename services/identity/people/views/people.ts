import Type, { type Static } from "typebox";
import { closed, DocumentId, Id, Instant, LanguageTag, list } from "#shared/contract/schemas.ts";
import { idOf } from "#shared/log/events.ts";
import { type Rows, view } from "#shared/views/view.ts";
import type { AccountEvent } from "../../accounts/accounts.ts";
import type { ErasureEvent } from "../../erasures/erasures.ts";
import { StandingWord } from "../../memberships/contract.ts";
import type { MembershipEvent } from "../../memberships/memberships.ts";
import { RoleWord } from "../contract.ts";
import type { PersonEvent } from "../people.ts";

const Membership = closed({ organisation: Id(), roles: list(RoleWord(), 6), standing: StandingWord() });
type Membership = Static<typeof Membership>;

const row = closed({
  /** In the order in which they began. */
  memberships: list(Membership),
  document: DocumentId(),
  /** Of letters to them, where they chose another than the document says. */
  language: Type.Optional(LanguageTag()),
  suspended: Type.Optional(closed({ at: Instant(), by: Type.Optional(Id()), reason: DocumentId() })),
  /** Whatever they belonged to: nobody signs in as them. */
  erased: Type.Optional(Type.Boolean()),
  position: Type.Integer(),
});

type Change = (memberships: Membership[]) => Membership[];

export const personRows = view<PersonEvent | MembershipEvent | AccountEvent | ErasureEvent>()({
  name: "identity.people",
  version: 6,
  row,
  indexes: [
    { "memberships.roles": 1, position: 1 },
    { "memberships.organisation": 1, position: 1 },
  ],
  on: {
    PersonAdded: ({ position, data, ...event }, rows) =>
      rows.put(idOf(event), { memberships: [], document: data.person, position }),
    PersonAdmitted: ({ position, data, ...event }, rows) =>
      rows.put(idOf(event), { memberships: [], document: data.person, position }),
    LanguageChosen: async (event, rows) => {
      const found = await rows.get(idOf(event));
      if (found) rows.put(idOf(event), { ...found, language: event.data.language });
    },
    MembershipBegun: ({ data: { person, ...own }, ...event }, rows) =>
      change(rows, person, (before) => [...before, { organisation: idOf(event), ...own }]),
    StandingChanged: ({ data: { person, standing }, ...event }, rows) =>
      change(rows, person, inOne(idOf(event), { standing })),
    RolesChanged: ({ data: { person, roles }, ...event }, rows) =>
      change(rows, person, inOne(idOf(event), { roles })),
    MembershipEnded: ({ data: { person }, ...event }, rows) =>
      change(rows, person, (before) => before.filter(({ organisation }) => organisation !== idOf(event))),
    PersonSuspended: async (event, rows) => {
      const found = await rows.get(idOf(event));
      const { person: by } = event.by;
      const suspended = { at: event.at.toISOString(), ...(by && { by }), reason: event.data.reason };
      if (found) rows.put(idOf(event), { ...found, suspended });
    },
    PersonReinstated: async (event, rows) => {
      const found = await rows.get(idOf(event));
      if (!found) return;
      const { suspended: _over, ...rest } = found;
      rows.put(idOf(event), rest);
    },
    PersonErased: async (event, rows) => {
      const found = await rows.get(idOf(event));
      if (found) rows.put(idOf(event), { ...found, erased: true });
    },
  },
});

async function change(rows: Rows<Static<typeof row>>, person: string, to: Change): Promise<void> {
  const found = await rows.get(person);
  if (found) rows.put(person, { ...found, memberships: to(found.memberships) });
}

const inOne =
  (organisation: string, own: Partial<Membership>): Change =>
  (before) =>
    before.map((one) => (one.organisation === organisation ? { ...one, ...own } : one));
