import { idOf } from "#shared/log/events.ts";
import { reaction } from "#shared/reactions/reaction.ts";
import { actions as seats } from "../seats/contract.ts";
import type { MissionEvent } from "./missions.ts";

/** A planned mission offers its seats; a cancelled one takes them back. */
export const keepSeatsInStep = reaction<MissionEvent>()({
  name: "missions.keep-seats-in-step",
  on: {
    MissionPlanned: async (event, { send }) => {
      const { capacity, perCompany, signUpOpensAt: opensAt, signUpClosesAt: closesAt } = event.data;
      const limits = { capacity, ...(perCompany && { perCompany }) };
      await send(seats.offerSeats, { mission: idOf(event), ...limits, opensAt, closesAt });
    },
    MissionCancelled: async (event, { send }) => {
      await send(seats.closeSeats, { mission: idOf(event) });
    },
  },
});
