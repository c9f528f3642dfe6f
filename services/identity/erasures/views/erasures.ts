import Type from "typebox";
import { closed, Id, Instant } from "#shared/contract/schemas.ts";
import { idOf } from "#shared/log/events.ts";
import { view } from "#shared/views/view.ts";
import type { ErasureEvent } from "../erasures.ts";

/** What is asked and not done yet, by person. */
export const erasureRows = view<ErasureEvent>()({
  name: "identity.erasures",
  version: 1,
  row: closed({ askedBy: Id(), at: Instant(), position: Type.Integer() }),
  indexes: [{ position: 1 }],
  on: {
    ErasureAsked: ({ at, position, data, ...event }, rows) =>
      rows.put(idOf(event), { askedBy: data.by, at: at.toISOString(), position }),
    ErasureWithdrawn: (event, rows) => rows.remove(idOf(event)),
    PersonErased: (event, rows) => rows.remove(idOf(event)),
  },
});
