import Type, { type Static } from "typebox";
import { closed, Id, Instant } from "#shared/contract/schemas.ts";
import { idOf } from "#shared/log/events.ts";
import { view } from "#shared/views/view.ts";
import type { SeatEvent } from "../seats.ts";

const row = closed({
  mission: Id(),
  company: Id(),
  seats: Type.Integer(),
  asked: Type.Integer(),
  least: Type.Integer(),
  endsAt: Instant(),
  extended: Type.Boolean(),
});

export type HoldRow = Static<typeof row>;

/** One row a hold that has not ended. By the clock it may be over a moment before its row goes. */
export const holdRows = view<SeatEvent>()({
  name: "missions.holds",
  version: 1,
  row,
  indexes: [{ mission: 1, company: 1 }],
  on: {
    SeatsHeld: async (event, rows) => {
      const { company, seats, asked, least, endsAt, before } = event.data;
      const id = `${idOf(event)}/${company}`;
      // Thousands begin in a moment, for whom there is nothing to look up.
      const extended = before > 0 && ((await rows.get(id))?.extended ?? false);
      rows.put(id, { mission: idOf(event), company, seats, asked, least, endsAt, extended });
    },
    HoldExtended: async (event, rows) => {
      const id = `${idOf(event)}/${event.data.company}`;
      const own = await rows.get(id);
      if (own) rows.put(id, { ...own, endsAt: event.data.endsAt, extended: true });
    },
    HoldEnded: (event, rows) => rows.remove(`${idOf(event)}/${event.data.company}`),
  },
});
