import Type, { type Static } from "typebox";
import { closed, DocumentId, Id } from "#shared/contract/schemas.ts";
import { idOf, orderOf } from "#shared/log/events.ts";
import { view } from "#shared/views/view.ts";
import type { SeatEvent } from "../../seats/seats.ts";

const row = closed({
  mission: Id(),
  company: Id(),
  details: DocumentId(),
  /** None until they have filled in what is asked. */
  answers: Type.Optional(DocumentId()),
  person: Type.Optional(Id()),
  byOffice: Type.Boolean(),
  order: Type.Number(),
});

export type DelegateRow = Static<typeof row> & { _id: string };

/** One row for each who goes. */
export const delegateRows = view<SeatEvent>()({
  name: "missions.delegates",
  version: 1,
  row,
  indexes: [{ mission: 1, order: 1 }, { company: 1, mission: 1, order: 1 }, { person: 1 }],
  on: {
    DelegateNamed: (event, rows) => {
      const { company, delegate, details, person } = event.data;
      rows.put(delegate, {
        ...{ mission: idOf(event), company, details, order: orderOf(event) },
        ...(person && { person }),
        byOffice: event.by.organisation !== company,
      });
    },
    DelegateRemoved: (event, rows) => rows.remove(event.data.delegate),
    DelegateAnswered: async (event, rows) => {
      const { delegate, answers } = event.data;
      const own = await rows.get(delegate);
      if (own) rows.put(delegate, { ...own, answers });
    },
  },
});
