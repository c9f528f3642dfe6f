import { contract } from "#shared/contract/contract.ts";
import { heldQuery } from "#shared/contract/held.ts";
import * as outbox from "./outbox/contract.ts";
import { policies } from "./outbox/policy.ts";

export const mail = contract({
  name: "mail",
  policies,
  actions: { ...outbox.actions, held: heldQuery() },
  events: {},
});
