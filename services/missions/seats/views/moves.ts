import Type, { type Static } from "typebox";
import { closed, DocumentId, Id, Instant, list } from "#shared/contract/schemas.ts";
import { idOf } from "#shared/log/events.ts";
import { view } from "#shared/views/view.ts";
import { mostOvertaken } from "../order/contract.ts";
import type { SeatEvent } from "../seats.ts";

const row = closed({
  mission: Id(),
  company: Id(),
  from: Type.Integer(),
  to: Type.Integer(),
  others: list(Id(), mostOvertaken),
  /** It and the others. */
  concerns: list(Id(), mostOvertaken + 1),
  reason: DocumentId(),
  at: Instant(),
});

export type MoveRow = Static<typeof row>;

/** One row a move on a waiting list. */
export const moveRows = view<SeatEvent>()({
  name: "missions.moves",
  version: 1,
  row,
  indexes: [{ mission: 1, concerns: 1, at: 1 }],
  on: {
    EntryMoved: (event, rows) => {
      const { company, others } = event.data;
      const concerns = [company, ...others];
      rows.put(event.id, { ...event.data, mission: idOf(event), concerns, at: event.at.toISOString() });
    },
  },
});
