import Type from "typebox";
import { closed, Id, Instant } from "#shared/contract/schemas.ts";
import { view } from "#shared/views/view.ts";
import { EntryState } from "../contract.ts";
import type { SeatEvent } from "../seats.ts";

/** One row a company and mission. Its place on the list is counted when asked: nobody else's row moves with it. */
export const entryRows = view<SeatEvent>()({
  name: "missions.entries",
  version: 1,
  row: closed({
    mission: Id(),
    company: Id(),
    seats: Type.Integer(),
    state: EntryState(),
    /** Order of arrival over all missions: commit, then place in it. */
    order: Type.Number(),
    at: Instant(),
  }),
  indexes: [
    { mission: 1, order: 1 },
    { mission: 1, state: 1, order: 1 },
  ],
  on: {
    SeatsConfirmed: async (event, rows) => {
      const { company, seats, fromList } = event.data;
      const row = fromList ? await rows.get(idOf(event.stream, company)) : undefined;
      const order = row?.order ?? orderOf(event);
      const mission = missionOf(event.stream);
      rows.put(idOf(event.stream, company), {
        mission,
        company,
        seats,
        state: "confirmed",
        order,
        at: event.at.toISOString(),
      });
    },
    SeatsWaitlisted: (event, rows) => {
      const { company, seats } = event.data;
      const mission = missionOf(event.stream);
      rows.put(idOf(event.stream, company), {
        mission,
        company,
        seats,
        state: "waiting",
        order: orderOf(event),
        at: event.at.toISOString(),
      });
    },
    SeatsWithdrawn: (event, rows) => {
      const { company, seats } = event.data;
      const mission = missionOf(event.stream);
      rows.put(idOf(event.stream, company), {
        mission,
        company,
        seats,
        state: "withdrawn",
        order: orderOf(event),
        at: event.at.toISOString(),
      });
    },
  },
});

export const missionOf = (stream: string): string => stream.slice(stream.indexOf("/") + 1);

const idOf = (stream: string, company: string) => `${missionOf(stream)}/${company}`;

/** A commit holds at most 200 outcomes of few events each, so a million places a commit are never used up. */
function orderOf({ id, position }: { id: string; position: number }): number {
  return position * 1_000_000 + Number(id.slice(id.indexOf(".") + 1));
}
