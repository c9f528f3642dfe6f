import { idOf } from "#shared/log/events.ts";
import { reaction } from "#shared/reactions/reaction.ts";
import type { RegistrationEvent } from "../registrations/registrations.ts";
import { actions } from "./contract.ts";

/** Whatever comes in has somebody who answers for it. */
export const findOwner = reaction<RegistrationEvent>()({
  name: "partnerships.find-owner",
  on: {
    RegistrationSubmitted: (event, { send }) => send(actions.assignOwner, { id: idOf(event) }),
    RegistrationResubmitted: (event, { send }) => send(actions.assignOwner, { id: idOf(event) }),
  },
});
