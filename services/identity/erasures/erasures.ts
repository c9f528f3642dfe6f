import type { EventOf } from "#shared/contract/contract.ts";
import type { Feature } from "#shared/log/feature.ts";
import type { events } from "./contract.ts";

export type ErasureEvent = EventOf<{ events: typeof events }>;
export type Erasure = { askedBy: string | undefined; erased: boolean };

/** Its streams are called as the person is. */
export const erasure: Feature<Erasure, ErasureEvent> = {
  name: "erasure",
  initial: { askedBy: undefined, erased: false },
  evolve(state, event) {
    switch (event.type) {
      case "ErasureAsked":
        return { ...state, askedBy: event.data.by };
      case "ErasureWithdrawn":
        return { ...state, askedBy: undefined };
      case "PersonErased":
        return { ...state, erased: true };
      default:
        return event satisfies never;
    }
  },
};
