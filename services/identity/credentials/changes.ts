import type { EventOf } from "#shared/contract/contract.ts";
import type { Feature } from "#shared/log/feature.ts";
import type { events } from "./contract.ts";

export type CredentialsEvent = EventOf<{ events: typeof events }>;

/** Nothing is decided on it: it says when somebody's way in was changed, and by whom. */
export const credentials: Feature<null, CredentialsEvent> = {
  name: "credentials",
  initial: null,
  evolve: (state) => state,
};
