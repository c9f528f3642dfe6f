import { contract } from "#shared/contract/contract.ts";
import { heldQuery } from "#shared/contract/held.ts";
import * as installation from "./installation/contract.ts";
import { policies as installationPolicies } from "./installation/policy.ts";
import * as logos from "./logos/contract.ts";
import { policies as logoPolicies } from "./logos/policy.ts";

export const settings = contract({
  name: "settings",
  policies: { ...installationPolicies, ...logoPolicies },
  actions: { ...installation.actions, ...logos.actions, held: heldQuery() },
  events: installation.events,
});
