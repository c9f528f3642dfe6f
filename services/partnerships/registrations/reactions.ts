import { identity } from "#services/identity/identity.contract.ts";
import { idOf } from "#shared/log/events.ts";
import { reaction } from "#shared/reactions/reaction.ts";
import { actions } from "./contract.ts";
import type { RegistrationEvent } from "./registrations.ts";

/** A confirmed page makes the cluster a partner organisation; the page ends at its term, the organisation stays. */
export const welcomePartner = reaction<RegistrationEvent>()({
  name: "partnerships.welcome-partner",
  on: {
    ProfileConfirmed: async (event, { send, later }) => {
      const { name, country, region, expiresAt } = event.data;
      const id = idOf(event);
      later(new Date(expiresAt), actions.expire, { id });
      await send(identity.actions.admitPartner, { id, name, country, ...(region && { region }) });
    },
  },
});
