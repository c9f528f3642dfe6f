import Type, { type Static } from "typebox";
import { closed } from "#shared/contract/schemas.ts";
import { idOf } from "#shared/log/events.ts";
import { type Rows, view } from "#shared/views/view.ts";
import type { SeatEvent } from "../seats.ts";

const row = closed({
  taken: Type.Integer(),
  /** Entries on the list, however many seats they ask for. */
  waiting: Type.Integer(),
});

export type CountRow = Static<typeof row>;

/** One row a mission whose seats are offered. Apart from its plan: these move with every sign-up, and are a tenth of it. */
export const countRows = view<SeatEvent>()({
  name: "missions.counts",
  version: 1,
  row,
  on: {
    SeatsOffered: async (event, rows) => {
      const there = await rows.get(idOf(event));
      if (!there) rows.put(idOf(event), { taken: 0, waiting: 0 });
    },
    // Nobody holds a seat of a cancelled mission, nor waits for one.
    SeatsClosed: (event, rows) => change(rows, idOf(event), () => ({ taken: 0, waiting: 0 })),
    SeatsConfirmed: (event, rows) => {
      const { seats, fromList } = event.data;
      return change(rows, idOf(event), ({ taken, waiting }) => ({
        taken: taken + seats,
        waiting: waiting - (fromList ? 1 : 0),
      }));
    },
    SeatsWaitlisted: (event, rows) =>
      change(rows, idOf(event), ({ taken, waiting }) => ({ taken, waiting: waiting + 1 })),
    SeatsWithdrawn: (event, rows) => {
      const { seats, was } = event.data;
      return change(rows, idOf(event), ({ taken, waiting }) => ({
        taken: taken - (was === "confirmed" ? seats : 0),
        waiting: waiting - (was === "waiting" ? 1 : 0),
      }));
    },
  },
});

async function change(rows: Rows<CountRow>, mission: string, to: (counts: CountRow) => CountRow) {
  const counts = await rows.get(mission);
  if (counts) rows.put(mission, to(counts));
}
