import { partnerships } from "#services/partnerships/partnerships.contract.ts";
import type { calendarOf } from "./calendar.ts";
import { type Desk, officer, personId } from "./desk.ts";
import type { Entry } from "./timetable.ts";

const { setAbsence } = partnerships.actions;
const [away, deputy] = ["bram-dewitte", "leen-vercauteren"];

/** Two days at a fair next week, during which a colleague does the work. */
export const absenceEntries = (desk: Desk, { date }: ReturnType<typeof calendarOf>): Entry[] => [
  {
    ...{ day: -2, hour: 15, lane: "absences" },
    run: async () => {
      const days = { from: date(8), until: date(9) };
      const input = { person: personId(away!), ...days, deputy: personId(deputy!) };
      await desk.send(officer(away!), setAbsence, input, `officers/${away}/absence`);
    },
  },
];
