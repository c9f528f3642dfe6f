import { serve } from "#shared/contract/serve.ts";
import { identity } from "./identity.contract.ts";
import * as organisations from "./organisations/handlers.ts";
import { organisationRows } from "./organisations/views/organisations.ts";
import { addressesOf } from "./people/addresses.ts";
import * as people from "./people/handlers.ts";
import { personRows } from "./people/views/people.ts";
import * as sessions from "./sessions/handlers.ts";
import { sessionsOf } from "./sessions/sessions.ts";
import * as signIn from "./sign-in/handlers.ts";
import { signInLinksOf } from "./sign-in/links.ts";

export default serve(identity)({
  handlers: { ...organisations, ...people, ...sessions, ...signIn },
  views: [organisationRows, personRows],
  models: [sessionsOf, signInLinksOf, addressesOf],
});
