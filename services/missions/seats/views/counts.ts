import Type, { type Static } from "typebox";
import { closed } from "#shared/contract/schemas.ts";
import { idOf } from "#shared/log/events.ts";
import { type Rows, view } from "#shared/views/view.ts";
import type { SeatEvent } from "../seats.ts";

const row = closed({
  taken: Type.Integer(),
  /** Entries on the list, however many seats they ask for. */
  waiting: Type.Integer(),
  /** Seats that are kept for who is signing up. */
  held: Type.Integer(),
});

export type CountRow = Static<typeof row>;

/** One row a mission whose seats are offered. Apart from its plan: these move with every sign-up, and are a tenth of it. */
export const countRows = view<SeatEvent>()({
  name: "missions.counts",
  version: 2,
  row,
  on: {
    SeatsOffered: async (event, rows) => {
      const there = await rows.get(idOf(event));
      if (!there) rows.put(idOf(event), nothing);
    },
    // Nobody holds a seat of a cancelled mission, nor waits for one.
    SeatsClosed: (event, rows) => change(rows, idOf(event), () => nothing),
    SeatsConfirmed: (event, rows) => {
      const { seats, fromList } = event.data;
      return change(rows, idOf(event), (counts) => ({
        ...counts,
        taken: counts.taken + seats,
        waiting: counts.waiting - (fromList ? 1 : 0),
      }));
    },
    SeatsWaitlisted: (event, rows) =>
      change(rows, idOf(event), (counts) => ({ ...counts, waiting: counts.waiting + 1 })),
    SeatsChanged: (event, rows) => {
      const { state, before, seats } = event.data;
      const more = state === "confirmed" ? seats - before : 0;
      return change(rows, idOf(event), (counts) => ({ ...counts, taken: counts.taken + more }));
    },
    SeatsHeld: (event, rows) => {
      const { seats, before } = event.data;
      return change(rows, idOf(event), (counts) => ({ ...counts, held: counts.held + seats - before }));
    },
    // Of a cancelled mission it ends after all have gone.
    HoldEnded: (event, rows) =>
      change(rows, idOf(event), (counts) => ({
        ...counts,
        held: Math.max(counts.held - event.data.seats, 0),
      })),
    SeatsWithdrawn: (event, rows) => {
      const { seats, was } = event.data;
      return change(rows, idOf(event), (counts) => ({
        ...counts,
        taken: counts.taken - (was === "confirmed" ? seats : 0),
        waiting: counts.waiting - (was === "waiting" ? 1 : 0),
      }));
    },
  },
});

const nothing: CountRow = { taken: 0, waiting: 0, held: 0 };

async function change(rows: Rows<CountRow>, mission: string, to: (counts: CountRow) => CountRow) {
  const counts = await rows.get(mission);
  if (counts) rows.put(mission, to(counts));
}
