import Type, { type Static } from "typebox";
import { closed } from "#shared/contract/schemas.ts";
import { idOf } from "#shared/log/events.ts";
import { view } from "#shared/views/view.ts";
import type { SeatEvent } from "../../seats/seats.ts";
import { events } from "../contract.ts";
import type { MissionEvent } from "../missions.ts";

const row = closed({
  ...events.MissionPlanned.data.properties,
  cancelled: Type.Boolean(),
  offered: Type.Boolean(),
  taken: Type.Integer(),
  waiting: Type.Integer(),
  /** What `If-Match` is compared with: the last change of the plan, not of its seats. */
  version: Type.Integer(),
});

export type MissionRow = Static<typeof row>;

export const missionRows = view<MissionEvent | SeatEvent>()({
  name: "missions.missions",
  version: 2,
  row,
  indexes: [{ firstDay: 1, _id: 1 }],
  on: {
    MissionPlanned: (event, rows) => {
      const fresh = { cancelled: false, offered: false, taken: 0, waiting: 0, version: event.position };
      rows.put(idOf(event), { ...event.data, ...fresh });
    },
    MissionCancelled: async (event, rows) => {
      const mission = await rows.get(idOf(event));
      if (mission) rows.put(idOf(event), { ...mission, cancelled: true, version: event.position });
    },
    SeatsOffered: async (event, rows) => {
      const mission = await rows.get(idOf(event));
      if (mission) rows.put(idOf(event), { ...mission, offered: true });
    },
    // Nobody holds a seat of a cancelled mission, nor waits for one.
    SeatsClosed: async (event, rows) => {
      const mission = await rows.get(idOf(event));
      if (mission) rows.put(idOf(event), { ...mission, taken: 0, waiting: 0 });
    },
    SeatsConfirmed: async (event, rows) => {
      const { seats, fromList } = event.data;
      const mission = await rows.get(idOf(event));
      if (!mission) return;
      const waiting = mission.waiting - (fromList ? 1 : 0);
      rows.put(idOf(event), { ...mission, taken: mission.taken + seats, waiting });
    },
    SeatsWaitlisted: async (event, rows) => {
      const mission = await rows.get(idOf(event));
      if (mission) rows.put(idOf(event), { ...mission, waiting: mission.waiting + 1 });
    },
    SeatsWithdrawn: async (event, rows) => {
      const { seats, was } = event.data;
      const mission = await rows.get(idOf(event));
      if (!mission) return;
      const taken = mission.taken - (was === "confirmed" ? seats : 0);
      const waiting = mission.waiting - (was === "waiting" ? 1 : 0);
      rows.put(idOf(event), { ...mission, taken, waiting });
    },
  },
});
