import { contract } from "#shared/contract/contract.ts";
import * as access from "./access/contract.ts";
import { policies as accessPolicies } from "./access/policy.ts";
import * as credentials from "./credentials/contract.ts";
import * as firstAdmin from "./first-admin/contract.ts";
import * as letters from "./letters/contract.ts";
import { policies as letterPolicies } from "./letters/policy.ts";
import * as organisations from "./organisations/contract.ts";
import { policies as organisationPolicies } from "./organisations/policy.ts";
import * as people from "./people/contract.ts";
import { policies as peoplePolicies } from "./people/policy.ts";
import * as sessions from "./sessions/contract.ts";
import { policies as sessionPolicies } from "./sessions/policy.ts";
import * as signIn from "./sign-in/contract.ts";

export { sessionsEnded } from "./sessions/contract.ts";

export const identity = contract({
  name: "identity",
  policies: {
    ...accessPolicies,
    ...letterPolicies,
    ...organisationPolicies,
    ...peoplePolicies,
    ...sessionPolicies,
  },
  actions: {
    ...access.actions,
    ...credentials.actions,
    ...firstAdmin.actions,
    ...letters.actions,
    ...organisations.actions,
    ...people.actions,
    ...sessions.actions,
    ...signIn.actions,
  },
  events: { ...credentials.events, ...organisations.events, ...people.events },
});
