import type { Recorded } from "#shared/log/commit.ts";
import { idOf, orderOf } from "#shared/log/events.ts";
import { type Rows, view } from "#shared/views/view.ts";
import type { RegistrationEvent } from "../../registrations/registrations.ts";
import { giveBack, placed, Row, take } from "./taken.ts";

export type PartnerRow = Row & { _id: string };

/** What the world may see of a partner. It is here while it is published, and gone when that ends. */
export const partnerRows = view<RegistrationEvent>()({
  name: "partnerships.partners",
  version: 4,
  row: Row,
  on: {
    ProfileConfirmed: (event, rows) => {
      const { expiresAt: _later, ...page } = event.data;
      rows.put(idOf(event), placed({ ...page, publishedAt: event.at.toISOString() }));
    },
    ProfileExpired: end,
    ProfileTakenDown: end,
    RegistrationMerged: async (event, rows) => {
      const { into, take: parts } = event.data;
      const gone = await rows.get(idOf(event));
      if (!gone) return;
      rows.put(idOf(event), { ...gone, mergedInto: into });
      if (parts.length) await take(rows, into, { from: idOf(event), take: parts, at: orderOf(event) });
    },
    MergeUndone: async (event, rows) => {
      const gone = await rows.get(idOf(event));
      if (gone) {
        const { mergedInto: _away, ...own } = gone;
        rows.put(idOf(event), own);
      }
      await giveBack(rows, event.data.into, idOf(event));
    },
  },
});

/** Nothing is shown of it any more, nor by the one into which it was merged. */
async function end(event: Recorded, rows: Rows<Row>) {
  const row = await rows.get(idOf(event));
  rows.remove(idOf(event));
  if (row?.mergedInto) await giveBack(rows, row.mergedInto, idOf(event));
}
