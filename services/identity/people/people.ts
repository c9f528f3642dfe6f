import type { EventOf, Refused } from "#shared/contract/contract.ts";
import { refuse } from "#shared/contract/refusals.ts";
import type { Feature } from "#shared/log/feature.ts";
import type { actions, events } from "./contract.ts";

export type PersonEvent = EventOf<{ events: typeof events }>;
type No = Refused<typeof actions.addPerson>;
type Person = { added: boolean; language?: string };

/** What the document of a person holds. */
export type PersonDocument = { name: string; email: string; language: string };

export const person: Feature<Person, PersonEvent> = {
  name: "person",
  initial: { added: false },
  evolve(state, event) {
    switch (event.type) {
      case "PersonAdded":
      case "PersonAdmitted":
        return { added: true };
      case "LanguageChosen":
        return { ...state, language: event.data.language };
      case "PersonJoined":
        return state;
      default:
        return event satisfies never;
    }
  },
};

export const add = (state: Person, data: { person: string }): PersonEvent[] | No =>
  state.added ? refuse("identity.person-exists") : [{ type: "PersonAdded", data }];

export function choose(state: Person, { language }: { language: string }) {
  if (!state.added) return refuse("not-found");
  return state.language === language ? [] : [{ type: "LanguageChosen" as const, data: { language } }];
}
