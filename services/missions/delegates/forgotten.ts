import type { EventOf } from "#shared/contract/contract.ts";
import type { Feature } from "#shared/log/feature.ts";
import type { forgottenEvents } from "./contract.ts";

export type DelegateEvent = EventOf<{ events: typeof forgottenEvents }>;

export type Forgotten = { erased: boolean };

export const initial: Forgotten = { erased: false };

export function evolve(_state: Forgotten, event: DelegateEvent): Forgotten {
  switch (event.type) {
    case "DelegateErased":
      return { erased: true };
    default:
      return event.type satisfies never;
  }
}

export const delegate: Feature<Forgotten, DelegateEvent> = { name: "delegate", initial, evolve };
