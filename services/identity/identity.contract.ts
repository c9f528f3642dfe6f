import { contract } from "#shared/contract/contract.ts";
import * as access from "./access/contract.ts";
import { policies as accessPolicies } from "./access/policy.ts";
import * as accounts from "./accounts/contract.ts";
import { policies as accountPolicies } from "./accounts/policy.ts";
import * as changes from "./changes/contract.ts";
import { policies as changePolicies } from "./changes/policy.ts";
import * as consents from "./consents/contract.ts";
import * as credentials from "./credentials/contract.ts";
import * as erasures from "./erasures/contract.ts";
import { policies as erasurePolicies } from "./erasures/policy.ts";
import * as exports from "./exports/contract.ts";
import { policies as exportPolicies } from "./exports/policy.ts";
import * as firstAdmin from "./first-admin/contract.ts";
import * as invitations from "./invitations/contract.ts";
import { policies as invitationPolicies } from "./invitations/policy.ts";
import * as letters from "./letters/contract.ts";
import { policies as letterPolicies } from "./letters/policy.ts";
import * as lists from "./lists/contract.ts";
import { policies as listPolicies } from "./lists/policy.ts";
import * as memberships from "./memberships/contract.ts";
import { policies as membershipPolicies } from "./memberships/policy.ts";
import * as organisations from "./organisations/contract.ts";
import { policies as organisationPolicies } from "./organisations/policy.ts";
import * as people from "./people/contract.ts";
import { policies as peoplePolicies } from "./people/policy.ts";
import * as providers from "./providers/contract.ts";
import * as reads from "./reads/contract.ts";
import { policies as readPolicies } from "./reads/policy.ts";
import * as savedViews from "./saved-views/contract.ts";
import { policies as savedViewPolicies } from "./saved-views/policy.ts";
import * as sessions from "./sessions/contract.ts";
import { policies as sessionPolicies } from "./sessions/policy.ts";
import * as signIn from "./sign-in/contract.ts";
import * as tokens from "./tokens/contract.ts";
import { policies as tokenPolicies } from "./tokens/policy.ts";

export { sessionsEnded } from "./sessions/contract.ts";

export const identity = contract({
  name: "identity",
  policies: {
    ...accountPolicies,
    ...accessPolicies,
    ...changePolicies,
    ...erasurePolicies,
    ...exportPolicies,
    ...invitationPolicies,
    ...letterPolicies,
    ...listPolicies,
    ...membershipPolicies,
    ...organisationPolicies,
    ...peoplePolicies,
    ...readPolicies,
    ...savedViewPolicies,
    ...sessionPolicies,
    ...tokenPolicies,
  },
  actions: {
    ...accounts.actions,
    ...access.actions,
    ...changes.actions,
    ...consents.actions,
    ...credentials.actions,
    ...exports.actions,
    ...firstAdmin.actions,
    ...invitations.actions,
    ...letters.actions,
    ...lists.actions,
    ...memberships.actions,
    ...erasures.actions,
    ...organisations.actions,
    ...people.actions,
    ...providers.actions,
    ...reads.actions,
    ...savedViews.actions,
    ...sessions.actions,
    ...signIn.actions,
    ...tokens.actions,
  },
  events: {
    ...accounts.events,
    ...consents.events,
    ...credentials.events,
    ...erasures.events,
    ...invitations.events,
    ...memberships.events,
    ...organisations.events,
    ...people.events,
  },
});
