import { contract } from "#shared/contract/contract.ts";
import { heldQuery } from "#shared/contract/held.ts";
import * as planning from "./planning/contract.ts";
import { policies as planningPolicies } from "./planning/policy.ts";
import * as seats from "./seats/contract.ts";
import { policies as seatPolicies } from "./seats/policy.ts";

export const missions = contract({
  name: "missions",
  policies: { ...planningPolicies, ...seatPolicies },
  actions: { ...planning.actions, ...seats.actions, held: heldQuery() },
  events: { ...planning.events, ...seats.events },
});
