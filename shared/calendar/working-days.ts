import { createRequire } from "node:module";
import type Holidays from "date-holidays";
import { Temporal } from "temporal-polyfill";

/** When an office works. */
export type OfficeHours = {
  /** IANA's name. */
  timeZone: string;
  /** 1 is Monday (ISO 8601); at least one. */
  officeDays: number[];
  /** Of the clock on its wall: 17:00. */
  closesAt: string;
  /** Days on which it is closed besides, ISO 8601. */
  closingDays: { day: string }[];
  /** Whether public holidays of its country are closing days too. */
  nationalHolidays: boolean;
  /** ISO 3166-1 alpha-2. */
  country: string;
};

/** Loaded with the first question: the rules of all countries take 0.15 s of a start and 9 MiB for good. */
const library = (): typeof Holidays => createRequire(import.meta.url)("date-holidays");

const holidaysOf = new Map<string, Set<string>>();

/** Days of a year (ISO 8601); data of date-holidays, CC BY 3.0 (see NOTICE). */
function publicHolidays(country: string, year: number): Set<string> {
  const key = `${country} ${year}`;
  const found = () => new (library())(country, { types: ["public"] }).getHolidays(year);
  const known = holidaysOf.get(key) ?? new Set(found().map(({ date }) => date.slice(0, 10)));
  holidaysOf.set(key, known);
  return known;
}

/** Whether the public holidays of a country are known. */
export function hasHolidays(country: string): boolean {
  return Object.hasOwn(new (library())().getCountries(), country);
}

function isWorkingDay(day: Temporal.PlainDate, office: OfficeHours): boolean {
  if (!office.officeDays.includes(day.dayOfWeek)) return false;
  const date = day.toString();
  if (office.closingDays.some((closing) => closing.day === date)) return false;
  return !(office.nationalHolidays && publicHolidays(office.country, day.year).has(date));
}

/** When the office closes on the `days`-th working day after this moment. */
export function workingDaysAfter(moment: Date, days: number, office: OfficeHours): Date {
  const { timeZone, closesAt } = office;
  let day = dayIn(timeZone, moment);
  for (let left = days; left > 0; ) {
    day = day.add({ days: 1 });
    if (isWorkingDay(day, office)) left -= 1;
  }
  const close = day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(closesAt) });
  return new Date(close.epochMilliseconds);
}

/** Whole working days from the day of `from` to the day of `to`; 0 when that day has come. */
export function workingDaysBetween(from: Date, to: Date, office: OfficeHours): number {
  const last = dayIn(office.timeZone, to);
  let day = dayIn(office.timeZone, from);
  let days = 0;
  while (Temporal.PlainDate.compare(day, last) < 0) {
    day = day.add({ days: 1 });
    if (isWorkingDay(day, office)) days += 1;
  }
  return days;
}

/** The day it is there. */
export const dayIn = (timeZone: string, moment: Date) =>
  Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
