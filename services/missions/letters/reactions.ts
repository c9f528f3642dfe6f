import type { Recorded } from "#shared/log/commit.ts";
import { idOf } from "#shared/log/events.ts";
import { reactionToMany } from "#shared/reactions/reaction.ts";
import type { SeatEvent } from "../seats/seats.ts";
import { actions, type topics } from "./contract.ts";

const aboutOne = ["SeatsConfirmed", "SeatsWaitlisted", "SeatsChanged", "SeatsWithdrawn"] as const;
type OfCompany = Recorded<Extract<SeatEvent, { type: (typeof aboutOne)[number] }>>;

const happened = ({ id, at }: Pick<Recorded, "id" | "at">) => ({ event: id, at: at.toISOString() });

function topicOf(event: OfCompany): (typeof topics)[number] {
  if (event.type === "SeatsWaitlisted") return "waiting";
  if (event.type === "SeatsChanged") return "changed";
  if (event.type === "SeatsWithdrawn") return "withdrawn";
  return event.data.fromList ? "from-list" : "confirmed";
}

/** Whoever acts for a company hears of its seats wherever they are, with a link by which these can be given back. */
export const tellCompanies = reactionToMany<SeatEvent>()({
  name: "missions.tell-company",
  to: [...aboutOne, "SeatsClosed"],
  async react(events, { send }) {
    const news = events.flatMap((event) => {
      if (event.type === "SeatsClosed") return [];
      const { company, seats } = event.data;
      return { mission: idOf(event), company, seats, about: topicOf(event), ...happened(event) };
    });
    if (news.length) await send(actions.writeToCompanies, { news });
    for (const event of events)
      if (event.type === "SeatsClosed")
        await send(actions.writeOfCancellation, { mission: idOf(event), ...happened(event) });
  },
});
