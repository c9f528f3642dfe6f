import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { dayIn, momentIn, offsetIn } from "./zones.ts";

const zones = [
  "Asia/Tokyo",
  "Europe/Brussels",
  "America/Fortaleza",
  "Asia/Kolkata",
  "America/Los_Angeles",
].concat(["Africa/Johannesburg", "Australia/Lord_Howe", "America/St_Johns", "Pacific/Apia", "UTC"]);

it("C1: finds the moment of a time at a place, also on days when its clocks change", () => {
  const day = fc
    .integer({ min: 0, max: 365 * 4 })
    .map((n) => Temporal.PlainDate.from("2026-01-01").add({ days: n }).toString());
  const minute = fc.integer({ min: 0, max: 24 * 60 - 1 });
  const time = minute.map((n) => Temporal.PlainTime.from("00:00").add({ minutes: n }).toString().slice(0, 5));
  fc.assert(
    fc.property(fc.constantFrom(...zones), day, time, (zone, own, clock) => {
      const expected = Temporal.PlainDateTime.from(`${own}T${clock}`).toZonedDateTime(zone);
      const moment = momentIn(zone, own, clock);
      expect(moment.getTime()).toBe(expected.epochMilliseconds);
      expect(offsetIn(zone, moment)).toBe(expected.offsetNanoseconds / 1e6);
      expect(dayIn(zone, moment)).toBe(expected.toPlainDate().toString());
    }),
    { numRuns: 2_000 },
  );
});

it.each([
  ["skipped", "2027-03-28", "02:30", "2027-03-28T01:30:00.000Z"],
  ["shown twice", "2027-10-31", "02:30", "2027-10-31T00:30:00.000Z"],
])("C1: knows what a time is that is %s when the clocks change", (_what, day, time, moment) => {
  expect(momentIn("Europe/Brussels", day, time).toISOString()).toBe(moment);
});
