import type { Static } from "typebox";
import type { EventOf } from "#shared/contract/contract.ts";
import type { Feature } from "#shared/log/feature.ts";
import type { events } from "./contract.ts";

export type MissionEvent = EventOf<{ events: typeof events }>;
export type Plan = Static<typeof events.MissionPlanned.data>;

/** `lastDay`: of its plan, which stays as it is. */
export type Mission = { planned: boolean; cancelled: boolean; lastDay?: string };

export const initial: Mission = { planned: false, cancelled: false };

export function evolve(mission: Mission, event: MissionEvent): Mission {
  switch (event.type) {
    case "MissionPlanned":
      return { ...mission, planned: true, lastDay: event.data.lastDay };
    case "MissionCancelled":
      return { ...mission, cancelled: true };
    default:
      return event satisfies never;
  }
}

export const mission: Feature<Mission, MissionEvent> = { name: "mission", initial, evolve };
