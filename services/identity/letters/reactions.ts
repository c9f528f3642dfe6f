import { idOf } from "#shared/log/events.ts";
import { reaction } from "#shared/reactions/reaction.ts";
import type { CredentialsEvent } from "../credentials/changes.ts";
import { actions } from "./contract.ts";

export const tellPerson = reaction<CredentialsEvent>()({
  name: "identity.tell-person",
  on: {
    CredentialsChanged: (event, { send }) =>
      send(actions.writeToPerson, { person: idOf(event), what: event.data.what, event: event.id }),
  },
});
