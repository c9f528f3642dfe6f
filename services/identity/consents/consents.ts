import type { EventOf } from "#shared/contract/contract.ts";
import type { Feature } from "#shared/log/feature.ts";
import type { events, Purpose } from "./contract.ts";

export type ConsentEvent = EventOf<{ events: typeof events }>;
export type Answer = Omit<ConsentEvent["data"], "purpose">;
export type Consents = Partial<Record<Purpose, Answer>>;

/** The last answer to each. Its streams are called as the person is. */
export const consent: Feature<Consents, ConsentEvent> = {
  name: "consent",
  initial: {},
  evolve: (state, { data: { purpose, ...answer } }) => ({ ...state, [purpose]: answer }),
};
