import type { Static } from "typebox";
import type { EventOf, Refused } from "#shared/contract/contract.ts";
import { refuse } from "#shared/contract/refusals.ts";
import type { Feature } from "#shared/log/feature.ts";
import type { actions, events } from "./contract.ts";

export type PersonEvent = EventOf<{ events: typeof events }>;
type Admission = Static<typeof events.PersonAdmitted.data>;
type Person = { admitted: boolean };
type No = Extract<Refused<typeof actions.admitPerson>, { refused: "identity.person-exists" }>;

/** What the document of a person holds. */
export type PersonDocument = { name: string; email: string; language: string };

export const person: Feature<Person, PersonEvent> = {
  name: "person",
  initial: { admitted: false },
  evolve(_person, event) {
    switch (event.type) {
      case "PersonAdmitted":
        return { admitted: true };
      default:
        return event.type satisfies never;
    }
  },
};

export const admit = (state: Person, data: Admission): PersonEvent[] | No =>
  state.admitted ? refuse("identity.person-exists") : [{ type: "PersonAdmitted", data }];
