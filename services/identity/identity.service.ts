import { serve } from "#shared/contract/serve.ts";
import { batchesOf } from "#shared/reads/batches.ts";
import { reasonsOf } from "#shared/reads/reasons.ts";
import * as access from "./access/handlers.ts";
import * as accounts from "./accounts/handlers.ts";
import * as accountQueries from "./accounts/queries.ts";
import * as changes from "./changes/handlers.ts";
import * as consents from "./consents/handlers.ts";
import { consentRows } from "./consents/views/consents.ts";
import { attemptsOf } from "./credentials/attempts.ts";
import { credentialsOf } from "./credentials/credentials.ts";
import * as credentials from "./credentials/handlers.ts";
import * as erasures from "./erasures/handlers.ts";
import { erasureRows } from "./erasures/views/erasures.ts";
import * as exports from "./exports/handlers.ts";
import * as firstAdmin from "./first-admin/handlers.ts";
import { offerFirstAdmin } from "./first-admin/opening.ts";
import { identity } from "./identity.contract.ts";
import * as accepting from "./invitations/accepting.ts";
import * as invitations from "./invitations/handlers.ts";
import { invitationLettersOf } from "./invitations/letters.ts";
import * as invitationQueries from "./invitations/queries.ts";
import { tellInvited } from "./invitations/reactions.ts";
import { invitationRows } from "./invitations/views/invitations.ts";
import * as writing from "./invitations/writing.ts";
import * as letters from "./letters/handlers.ts";
import { tellPerson } from "./letters/reactions.ts";
import * as lists from "./lists/handlers.ts";
import * as memberships from "./memberships/handlers.ts";
import * as membershipQueries from "./memberships/queries.ts";
import { forgetDeparted, partFromErased, takeInEarlier } from "./memberships/reactions.ts";
import * as organisations from "./organisations/handlers.ts";
import { organisationRows } from "./organisations/views/organisations.ts";
import { addressesOf } from "./people/addresses.ts";
import * as people from "./people/handlers.ts";
import { personRows } from "./people/views/people.ts";
import { accountsOf } from "./providers/accounts.ts";
import * as providers from "./providers/handlers.ts";
import { requestsOf } from "./providers/requests.ts";
import * as reads from "./reads/handlers.ts";
import * as savedViews from "./saved-views/handlers.ts";
import { savedViewsOf } from "./saved-views/saved-views.ts";
import * as sessions from "./sessions/handlers.ts";
import * as lapsed from "./sessions/lapsed-handlers.ts";
import * as ownSessions from "./sessions/own-handlers.ts";
import { endWhatLapsed } from "./sessions/reactions.ts";
import { sessionsOf } from "./sessions/sessions.ts";
import * as signIn from "./sign-in/handlers.ts";
import { signInLinksOf } from "./sign-in/links.ts";
import * as tokens from "./tokens/handlers.ts";
import { tokensOf } from "./tokens/tokens.ts";

export default serve(identity)({
  handlers: {
    ...accounts,
    ...accountQueries,
    ...access,
    ...changes,
    ...consents,
    ...credentials,
    ...erasures,
    ...exports,
    ...firstAdmin,
    ...accepting,
    ...invitations,
    ...invitationQueries,
    ...writing,
    ...letters,
    ...lists,
    ...memberships,
    ...membershipQueries,
    ...organisations,
    ...people,
    ...providers,
    ...reads,
    ...savedViews,
    ...sessions,
    ...lapsed,
    ...ownSessions,
    ...signIn,
    ...tokens,
  },
  views: [consentRows, erasureRows, invitationRows, organisationRows, personRows],
  reactions: [endWhatLapsed, forgetDeparted, partFromErased, takeInEarlier, tellInvited, tellPerson],
  workers: [offerFirstAdmin],
  models: {
    person: [
      credentialsOf,
      sessionsOf,
      signInLinksOf,
      invitationLettersOf,
      addressesOf,
      accountsOf,
      requestsOf,
      reasonsOf,
      tokensOf,
      savedViewsOf,
    ],
    nobody: [attemptsOf, batchesOf],
  },
});
