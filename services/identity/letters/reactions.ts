import { idOf } from "#shared/log/events.ts";
import { reaction } from "#shared/reactions/reaction.ts";
import type { AccountEvent } from "../accounts/accounts.ts";
import { actions as accounts } from "../accounts/contract.ts";
import type { CredentialsEvent } from "../credentials/changes.ts";
import { actions } from "./contract.ts";

export const tellPerson = reaction<CredentialsEvent | AccountEvent>()({
  name: "identity.tell-person",
  on: {
    CredentialsChanged: (event, { send }) =>
      send(actions.writeToPerson, { person: idOf(event), what: event.data.what, event: event.id }),
    PersonSuspended: (event, { send }) =>
      send(actions.writeToPerson, { person: idOf(event), what: "suspended", event: event.id }),
    PersonReinstated: (event, { send }) =>
      send(actions.writeToPerson, { person: idOf(event), what: "reinstated", event: event.id }),
    AccountReopened: (event, { send }) =>
      send(accounts.sendAccountLink, { person: idOf(event), event: event.id }),
  },
});
