import type { Static } from "typebox";
import type { EventOf, Refused } from "#shared/contract/contract.ts";
import { refuse } from "#shared/contract/refusals.ts";
import type { Feature } from "#shared/log/feature.ts";
import type { actions, events } from "./contract.ts";

export type PersonEvent = EventOf<{ events: typeof events }>;
type Admission = Static<typeof events.PersonAdmitted.data>;
type Joining = Static<typeof events.PersonJoined.data>;
/** `organisations`: to which they belong. None: not admitted yet. */
type Person = { organisations: string[] };
type No = Extract<Refused<typeof actions.admitPerson>, { refused: "identity.person-exists" }>;

/** What the document of a person holds. */
export type PersonDocument = { name: string; email: string; language: string };

export const person: Feature<Person, PersonEvent> = {
  name: "person",
  initial: { organisations: [] },
  evolve(state, event) {
    switch (event.type) {
      case "PersonAdmitted":
      case "PersonJoined":
        return { organisations: [...state.organisations, event.data.organisation] };
      default:
        return event satisfies never;
    }
  },
};

export const admit = (state: Person, data: Admission): PersonEvent[] | No =>
  state.organisations.length ? refuse("identity.person-exists") : [{ type: "PersonAdmitted", data }];

export function join(state: Person, data: Joining) {
  if (!state.organisations.length) return refuse("not-found");
  if (state.organisations.includes(data.organisation)) return refuse("identity.member-already");
  return [{ type: "PersonJoined" as const, data }];
}
