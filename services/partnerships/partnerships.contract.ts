import { contract } from "#shared/contract/contract.ts";
import { heldQuery } from "#shared/contract/held.ts";
import * as letters from "./letters/contract.ts";
import { policies as letterPolicies } from "./letters/policy.ts";
import * as profiles from "./profiles/contract.ts";
import * as registrations from "./registrations/contract.ts";
import { policies as registrationPolicies } from "./registrations/policy.ts";

export const partnerships = contract({
  name: "partnerships",
  policies: { ...registrationPolicies, ...letterPolicies },
  actions: { ...registrations.actions, ...profiles.actions, ...letters.actions, held: heldQuery() },
  events: { ...registrations.events },
});
