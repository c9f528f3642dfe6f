import { contract } from "#shared/contract/contract.ts";
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
  policies: { ...organisationPolicies, ...peoplePolicies, ...sessionPolicies },
  actions: { ...organisations.actions, ...people.actions, ...sessions.actions, ...signIn.actions },
  events: { ...organisations.events, ...people.events },
});
