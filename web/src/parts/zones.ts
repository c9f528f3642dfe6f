import { localeOf, once } from "../app/format.ts";

/** The zone of the reader's own clock. */
export const readersZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** How far a zone's clocks are ahead of UTC at a moment, in ms. */
export function offsetIn(zone: string, moment: Date): number {
  const options = { timeZone: zone, timeZoneName: "longOffset" } as const;
  const format = once(`offset ${zone}`, () => new Intl.DateTimeFormat("en", options));
  const name = format.formatToParts(moment).find(({ type }) => type === "timeZoneName")?.value ?? "";
  const [, sign, hours = 0, minutes = 0] = /([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/**
 * When the clocks of a zone show this time of a day. An hour that comes twice is the first of the two; one that is skipped is
 * taken as the clocks would have gone on.
 */
export function momentIn(zone: string, day: string, time: string): Date {
  const shown = Date.parse(`${day}T${time}:00Z`);
  const before = offsetIn(zone, new Date(shown - dayMs));
  const first = new Date(shown - before);
  if (offsetIn(zone, first) === before) return first;
  const after = offsetIn(zone, new Date(shown + dayMs));
  const second = new Date(shown - after);
  return offsetIn(zone, second) === after ? second : first;
}

const dayMs = 24 * 60 * 60_000;

/** The day, as `YYYY-MM-DD`, that it is in a zone at a moment. */
export const dayIn = (zone: string, moment: Date): string =>
  new Date(moment.getTime() + offsetIn(zone, moment)).toISOString().slice(0, 10);

/** As people of a language call it, winter and summer alike. */
export function zoneName(zone: string, language: string): string {
  const options = { timeZone: zone, timeZoneName: "longGeneric" } as const;
  const format = once(`zone ${zone} ${language}`, () => new Intl.DateTimeFormat(localeOf(language), options));
  return format.formatToParts().find(({ type }) => type === "timeZoneName")?.value ?? zone;
}

/** A day without a zone, with the name it has in the week. */
export function wholeDay(day: string, language: string): string {
  const options = { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" } as const;
  const format = once(`whole day ${language}`, () => new Intl.DateTimeFormat(localeOf(language), options));
  return format.format(new Date(day));
}

/** From one moment until another by the clocks of a zone; with the days where they are not this one. */
export function times(from: Date, to: Date, zone: string, language: string, isThatDay: boolean): string {
  const time = { hour: "2-digit", minute: "2-digit", timeZone: zone } as const;
  const options = isThatDay ? time : ({ weekday: "short", day: "numeric", month: "short", ...time } as const);
  const key = `times ${zone} ${language} ${isThatDay}`;
  return once(key, () => new Intl.DateTimeFormat(localeOf(language), options)).formatRange(from, to);
}
