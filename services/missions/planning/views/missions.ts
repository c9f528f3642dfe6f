import Type, { type Static } from "typebox";
import { closed } from "#shared/contract/schemas.ts";
import { idOf } from "#shared/log/events.ts";
import { view } from "#shared/views/view.ts";
import { events } from "../contract.ts";
import type { MissionEvent } from "../missions.ts";

const row = closed({
  ...events.MissionPlanned.data.properties,
  cancelled: Type.Boolean(),
  /** What `If-Match` is compared with: the last change of the plan, not of its seats. */
  version: Type.Integer(),
});

export type MissionRow = Static<typeof row>;

export const missionRows = view<MissionEvent>()({
  name: "missions.missions",
  version: 6,
  row,
  indexes: [{ firstDay: 1, _id: 1 }],
  on: {
    MissionPlanned: (event, rows) =>
      rows.put(idOf(event), { ...event.data, cancelled: false, version: event.position }),
    MissionCancelled: async (event, rows) => {
      const mission = await rows.get(idOf(event));
      if (mission) rows.put(idOf(event), { ...mission, cancelled: true, version: event.position });
    },
  },
});
