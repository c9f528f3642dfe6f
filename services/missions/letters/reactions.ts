import type { Recorded } from "#shared/log/commit.ts";
import { idOf } from "#shared/log/events.ts";
import { reaction, type Send } from "#shared/reactions/reaction.ts";
import type { SeatEvent } from "../seats/seats.ts";
import { actions, type subjects } from "./contract.ts";

type About = (typeof subjects)[number];
type OfCompany = Recorded<{ type: string; data: { company: string; seats: number } }>;

const happened = ({ id, at }: Pick<Recorded, "id" | "at">) => ({ event: id, at: at.toISOString() });

const write = (event: OfCompany, { send }: Send, about: About) => {
  const { company, seats } = event.data;
  return send(actions.writeToCompany, { mission: idOf(event), company, seats, about, ...happened(event) });
};

/** Whoever acts for a company hears of its seats wherever they are, with a link by which these can be given back. */
export const tellCompany = reaction<SeatEvent>()({
  name: "missions.tell-company",
  on: {
    SeatsConfirmed: (event, sending) =>
      write(event, sending, event.data.fromList ? "from-list" : "confirmed"),
    SeatsWaitlisted: (event, sending) => write(event, sending, "waiting"),
    SeatsWithdrawn: (event, sending) => write(event, sending, "withdrawn"),
    SeatsClosed: (event, { send }) =>
      send(actions.writeOfCancellation, { mission: idOf(event), ...happened(event) }),
  },
});
