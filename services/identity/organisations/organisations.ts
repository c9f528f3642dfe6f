import type { Static } from "typebox";
import type { EventOf } from "#shared/contract/contract.ts";
import type { Feature } from "#shared/log/feature.ts";
import type { events } from "./contract.ts";

export type OrganisationEvent = EventOf<{ events: typeof events }>;
export type OrganisationData = Static<typeof events.OrganisationAdmitted.data>;

export type Organisation = { admitted: boolean };

export const initial: Organisation = { admitted: false };

export function evolve(_organisation: Organisation, event: OrganisationEvent): Organisation {
  switch (event.type) {
    case "OrganisationAdmitted":
      return { admitted: true };
    default:
      return event.type satisfies never;
  }
}

export const organisation: Feature<Organisation, OrganisationEvent> = {
  name: "organisation",
  initial,
  evolve,
};
