import { identity } from "#services/identity/identity.contract.ts";
import type { Recorded } from "#shared/log/commit.ts";
import { idOf } from "#shared/log/events.ts";
import { reaction, type Send } from "#shared/reactions/reaction.ts";
import { actions as letters } from "../letters/contract.ts";
import { actions } from "./contract.ts";
import type { RegistrationEvent } from "./registrations.ts";
import { remindedAt, turnEndsAt } from "./rules.ts";

/** A cluster whose turn it is may let it be; then it is reminded once, and what it gave does not stay for ever. */
export const endTurn = reaction<RegistrationEvent>()({
  name: "partnerships.end-turn",
  on: { ChangesAsked: setTurn, RegistrationAccepted: setTurn },
});

function setTurn(event: Recorded, { later }: Send) {
  const turn = { id: idOf(event), since: event.position };
  later(remindedAt(event.at), letters.remindCluster, { ...turn, event: event.id });
  later(turnEndsAt(event.at), actions.expire, turn);
}

/** A confirmed page makes the cluster a partner organisation; the page ends at its term, the organisation stays. */
export const welcomePartner = reaction<RegistrationEvent>()({
  name: "partnerships.welcome-partner",
  on: {
    ProfileConfirmed: async (event, { send, later }) => {
      const { name, country, region, expiresAt } = event.data;
      const id = idOf(event);
      later(new Date(expiresAt), actions.expire, { id, expiresAt });
      await send(identity.actions.admitPartner, { id, name, country, ...(region && { region }) });
    },
  },
});
