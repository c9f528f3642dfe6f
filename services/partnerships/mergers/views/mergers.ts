import Type from "typebox";
import { closed, Id, Instant, list } from "#shared/contract/schemas.ts";
import { idOf } from "#shared/log/events.ts";
import { view } from "#shared/views/view.ts";
import type { RegistrationEvent } from "../../registrations/registrations.ts";

/** One row a registration that was ever merged into another. */
export const mergerRows = view<RegistrationEvent>()({
  name: "partnerships.mergers",
  version: 1,
  row: closed({
    /** Where it stands now; none once that was undone. */
    into: Type.Optional(Id()),
    until: Type.Optional(Instant()),
    /** Each into which it was ever merged: their story is its story too. */
    ever: list(Id()),
  }),
  indexes: [{ ever: 1 }, { into: 1 }],
  on: {
    RegistrationMerged: async (event, rows) => {
      const { into, until } = event.data;
      const ever = new Set((await rows.get(idOf(event)))?.ever).add(into);
      rows.put(idOf(event), { into, until, ever: [...ever] });
    },
    MergeUndone: async (event, rows) => {
      const row = await rows.get(idOf(event));
      if (row) rows.put(idOf(event), { ever: row.ever });
    },
  },
});
