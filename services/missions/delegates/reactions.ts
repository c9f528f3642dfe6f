import type { identity } from "#services/identity/identity.contract.ts";
import type { EventOf } from "#shared/contract/contract.ts";
import { idOf } from "#shared/log/events.ts";
import { reaction } from "#shared/reactions/reaction.ts";
import type { SeatEvent } from "../seats/seats.ts";
import { actions } from "./contract.ts";

/** Whoever is named gets a link of their own. */
export const tellDelegates = reaction<SeatEvent>()({
  name: "missions.tell-delegates",
  on: {
    DelegateNamed: (event, { send }) => {
      const { company, delegate, details } = event.data;
      return send(actions.writeToDelegate, {
        mission: idOf(event),
        company,
        delegate,
        details,
        event: event.id,
      });
    },
  },
});

/** Who does not go any more is erased at once, all others when their time is over; so is what somebody has changed since. */
export const forgetDelegates = reaction<SeatEvent>()({
  name: "missions.forget-delegates",
  on: {
    DelegateNamed: ({ data: { delegate, keptUntil } }, { later }) =>
      later(new Date(keptUntil), actions.forgetDelegate, { delegate }),
    DelegateRemoved: ({ data: { delegate } }, { send }) => send(actions.forgetDelegate, { delegate }),
    DelegateAnswered: async ({ data: { instead } }, { send }) => {
      if (instead) await send(actions.forgetAnswers, { answers: instead });
    },
  },
});

export const forgetErased = reaction<EventOf<typeof identity>>()({
  name: "missions.forget-erased",
  on: {
    PersonErased: (event, { send }) => send(actions.forgetDelegatesOf, { person: idOf(event) }),
  },
});
