import type { EventOf } from "#shared/contract/contract.ts";
import type { Feature } from "#shared/log/feature.ts";
import type { ownerEvents } from "./contract.ts";

export type OwnerEvent = EventOf<{ events: typeof ownerEvents }>;

/** Which officer answers for a registration; none until one has been found. */
export type Owner = { owner: string | undefined };

export const initial: Owner = { owner: undefined };

export function evolve(state: Owner, event: OwnerEvent): Owner {
  switch (event.type) {
    case "OwnerAssigned":
      return { owner: event.data.owner };
    case "RegistrationHandedOn":
      return { owner: event.data.to };
    case "RegistrationPutOff":
      return state;
    default:
      return event satisfies never;
  }
}

export const owner: Feature<Owner, OwnerEvent> = { name: "owner", initial, evolve };
