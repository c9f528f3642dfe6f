import { contract } from "#shared/contract/contract.ts";
import { heldQuery } from "#shared/contract/held.ts";
import * as markedAddresses from "./marked-addresses/contract.ts";
import { policies as markedAddressPolicies } from "./marked-addresses/policy.ts";
import * as outbox from "./outbox/contract.ts";
import { policies as outboxPolicies } from "./outbox/policy.ts";

export const mail = contract({
  name: "mail",
  policies: { ...outboxPolicies, ...markedAddressPolicies },
  actions: { ...outbox.actions, ...markedAddresses.actions, held: heldQuery() },
  events: {},
});
