import Holidays from "date-holidays";
import { Temporal } from "temporal-polyfill";

const zone = "Europe/Brussels";
const closingHour = 17;

/** The ten legal holidays of Belgium; data of date-holidays, CC BY 3.0 (see NOTICE). */
const belgian = new Holidays("BE", { types: ["public"] });
const holidaysOf = new Map<number, Set<string>>();

function isHoliday(day: Temporal.PlainDate): boolean {
  const known =
    holidaysOf.get(day.year) ?? new Set(belgian.getHolidays(day.year).map(({ date }) => date.slice(0, 10)));
  holidaysOf.set(day.year, known);
  return known.has(day.toString());
}

const isWorkingDay = (day: Temporal.PlainDate) => day.dayOfWeek <= 5 && !isHoliday(day);

/** 17:00 in Brussels on the `days`-th working day after this moment. */
export function workingDaysAfter(moment: Date, days: number): Date {
  let day = brusselsDay(moment);
  for (let left = days; left > 0; ) {
    day = day.add({ days: 1 });
    if (isWorkingDay(day)) left -= 1;
  }
  const close = day.toZonedDateTime({
    timeZone: zone,
    plainTime: Temporal.PlainTime.from({ hour: closingHour }),
  });
  return new Date(close.epochMilliseconds);
}

/** Whole working days from the day of `from` to the day of `to`; 0 when that day has come. */
export function workingDaysBetween(from: Date, to: Date): number {
  const last = brusselsDay(to);
  let day = brusselsDay(from);
  let days = 0;
  while (Temporal.PlainDate.compare(day, last) < 0) {
    day = day.add({ days: 1 });
    if (isWorkingDay(day)) days += 1;
  }
  return days;
}

const brusselsDay = (moment: Date) =>
  Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone).toPlainDate();
