import type { EventOf } from "#shared/contract/contract.ts";
import type { Feature } from "#shared/log/feature.ts";
import type { events } from "./contract.ts";

export type MissionEvent = EventOf<{ events: typeof events }>;

/** `lastDay`: of its plan, which stays as it is; none before there is a plan. */
export type Mission = { lastDay: string | undefined; cancelled: boolean };

export const initial: Mission = { lastDay: undefined, cancelled: false };

export function evolve(mission: Mission, event: MissionEvent): Mission {
  switch (event.type) {
    case "MissionPlanned":
      return { ...mission, lastDay: event.data.lastDay };
    case "MissionCancelled":
      return { ...mission, cancelled: true };
    default:
      return event satisfies never;
  }
}

export const mission: Feature<Mission, MissionEvent> = { name: "mission", initial, evolve };

const dayMs = 24 * 60 * 60_000;

/** When a day (`YYYY-MM-DD`) is over in UTC, in ms. Somewhere it may be that day for a while longer. */
export const endOf = (day: string): number => Date.parse(day) + dayMs;
