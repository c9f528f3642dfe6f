import { workingDaysAfter, workingDaysBetween } from "./working-days.ts";

it("ends at 17:00 in Brussels, summer and winter", () => {
  expect(workingDaysAfter(new Date("2026-11-23T09:00:00Z"), 1).toISOString()).toBe(
    "2026-11-24T16:00:00.000Z",
  );
  expect(workingDaysAfter(new Date("2026-07-06T09:00:00Z"), 1).toISOString()).toBe(
    "2026-07-07T15:00:00.000Z",
  );
});

it("passes over weekends and Belgian holidays", () => {
  // Friday before Easter 2026 (Easter Monday is 6 April).
  expect(workingDaysAfter(new Date("2026-04-03T09:00:00Z"), 1).toISOString()).toBe(
    "2026-04-07T15:00:00.000Z",
  );
  // Christmas Day 2026 is a Friday.
  expect(workingDaysAfter(new Date("2026-12-24T09:00:00Z"), 1).toISOString()).toBe(
    "2026-12-28T16:00:00.000Z",
  );
});

it("keeps the clock's day across the change of time", () => {
  // Clocks go back on Sunday 25 October 2026.
  expect(workingDaysAfter(new Date("2026-10-23T20:00:00Z"), 1).toISOString()).toBe(
    "2026-10-26T16:00:00.000Z",
  );
});

it("takes the day in Brussels, not in UTC", () => {
  // 23:30 UTC on Sunday is Monday in Brussels.
  expect(workingDaysAfter(new Date("2026-11-22T23:30:00Z"), 1).toISOString()).toBe(
    "2026-11-24T16:00:00.000Z",
  );
});

it("counts what is left, and nothing once the day has come", () => {
  const due = new Date("2026-11-30T16:00:00Z");
  expect(workingDaysBetween(new Date("2026-11-25T09:00:00Z"), due)).toBe(3);
  expect(workingDaysBetween(new Date("2026-11-30T09:00:00Z"), due)).toBe(0);
  expect(workingDaysBetween(new Date("2026-12-02T09:00:00Z"), due)).toBe(0);
});
