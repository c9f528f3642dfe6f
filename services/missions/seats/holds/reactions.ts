import { idOf } from "#shared/log/events.ts";
import { reaction } from "#shared/reactions/reaction.ts";
import type { SeatEvent } from "../seats.ts";
import { actions } from "./contract.ts";

/** At the end of a hold its seats go to who waits. Whoever comes between ends it by the clock: the alarm is for when nobody does. */
export const endHoldsInTime = reaction<SeatEvent>()({
  name: "missions.end-holds",
  on: {
    SeatsHeld: (event, { later }) =>
      later(new Date(event.data.endsAt), actions.endHolds, { mission: idOf(event) }),
    HoldExtended: (event, { later }) =>
      later(new Date(event.data.endsAt), actions.endHolds, { mission: idOf(event) }),
  },
});
