import { Temporal } from "temporal-polyfill";

export const zone = "Europe/Brussels";

/** Days of the demo set are counted from day 0, the day it is filled. */
export type Calendar = {
  /** The last moment of the set: 09:00 of day 0, or the moment of filling when that is earlier. */
  end: Date;
  /** The full hour of that day in Brussels. */
  moment(day: number, hour: number): Date;
  /** ISO 8601, without a time. */
  date(day: number): string;
};

export function calendarOf(now: Date): Calendar {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate();
  const dateOf = (day: number) => today.add({ days: day });
  const moment = (day: number, hour: number) => {
    const at = dateOf(day).toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from({ hour }) });
    return new Date(at.epochMilliseconds);
  };
  const nine = moment(0, 9);
  return { end: nine < now ? nine : now, moment, date: (day) => dateOf(day).toString() };
}
