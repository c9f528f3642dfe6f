import type { EventOf } from "#shared/contract/contract.ts";
import type { Feature } from "#shared/log/feature.ts";
import type { events } from "./contract.ts";

export type AccountEvent = EventOf<{ events: typeof events }>;
export type Account = { suspended: boolean };

/** Its streams are called as the person is. */
export const account: Feature<Account, AccountEvent> = {
  name: "account",
  initial: { suspended: false },
  evolve(state, event) {
    switch (event.type) {
      case "PersonSuspended":
        return { suspended: true };
      case "PersonReinstated":
        return { suspended: false };
      case "AccountReopened":
        return state;
      default:
        return event satisfies never;
    }
  },
};
