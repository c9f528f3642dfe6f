import Type from "typebox";
import { closed, Day, Id } from "#shared/contract/schemas.ts";
import { idOf } from "#shared/log/events.ts";
import { view } from "#shared/views/view.ts";
import type { AbsenceEvent } from "../absences.ts";

/** One row an officer who has said when they are away. */
export const absenceRows = view<AbsenceEvent>()({
  name: "partnerships.absences",
  version: 1,
  row: closed({ from: Day(), until: Day(), deputy: Type.Optional(Id()) }),
  on: {
    AbsenceSet: (event, rows) => rows.put(idOf(event), event.data),
    AbsenceEnded: (event, rows) => rows.remove(idOf(event)),
  },
});
