import type { Static } from "typebox";
import type { EventOf } from "#shared/contract/contract.ts";
import type { Feature } from "#shared/log/feature.ts";
import type { absenceEvents } from "./contract.ts";

export type AbsenceEvent = EventOf<{ events: typeof absenceEvents }>;
export type Away = Static<typeof absenceEvents.AbsenceSet.data>;

/** When an officer is away; only the last that was said counts. */
export type Absence = { away: Away | undefined };

export const initial: Absence = { away: undefined };

export function evolve(_state: Absence, event: AbsenceEvent): Absence {
  switch (event.type) {
    case "AbsenceSet":
      return { away: event.data };
    case "AbsenceEnded":
      return initial;
    default:
      return event satisfies never;
  }
}

export const absence: Feature<Absence, AbsenceEvent> = { name: "absence", initial, evolve };

/** Days compare as text (ISO 8601). */
export const isAway = (away: Away | undefined, today: string): boolean =>
  away !== undefined && away.from <= today && today <= away.until;
