import Type, { type Static } from "typebox";
import { closed, Id, Instant } from "#shared/contract/schemas.ts";
import type { Recorded } from "#shared/log/commit.ts";
import { idOf, orderOf } from "#shared/log/events.ts";
import { type Rows, view } from "#shared/views/view.ts";
import { EntryState } from "../contract.ts";
import type { SeatEvent } from "../seats.ts";

const row = closed({
  mission: Id(),
  company: Id(),
  seats: Type.Integer(),
  state: EntryState(),
  order: Type.Number(),
  at: Instant(),
});

/** One row a company and mission. Its place on the list is counted when asked: nobody else's row moves with it. */
export const entryRows = view<SeatEvent>()({
  name: "missions.entries",
  version: 1,
  row,
  indexes: [
    { mission: 1, order: 1 },
    { mission: 1, state: 1, order: 1 },
    { company: 1, order: 1 },
  ],
  on: {
    SeatsConfirmed: async (event, rows) => {
      const { company, fromList } = event.data;
      const asked = fromList ? await rows.get(entryId(event, company)) : undefined;
      put(rows, event, "confirmed", asked?.order);
    },
    SeatsWaitlisted: (event, rows) => put(rows, event, "waiting"),
    SeatsWithdrawn: (event, rows) => put(rows, event, "withdrawn"),
  },
});

export type EntryRow = Static<typeof row>;
type Claimed = Recorded<{ type: string; data: { company: string; seats: number } }>;

/** Whoever comes from the list keeps the order in which it had asked. */
function put(rows: Rows<EntryRow>, event: Claimed, state: EntryRow["state"], order = orderOf(event)) {
  const { company, seats } = event.data;
  const id = entryId(event, company);
  rows.put(id, { mission: idOf(event), company, seats, state, order, at: event.at.toISOString() });
}

const entryId = (event: Pick<Recorded, "stream">, company: string) => `${idOf(event)}/${company}`;
