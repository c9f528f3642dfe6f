import { hasHolidays, type OfficeHours, workingDaysAfter, workingDaysBetween } from "./working-days.ts";

const office: OfficeHours = {
  timeZone: "Europe/Brussels",
  officeDays: [1, 2, 3, 4, 5],
  closesAt: "17:00",
  closingDays: [],
  nationalHolidays: true,
  country: "BE",
};

it("ends when the office closes, summer and winter", () => {
  expect(workingDaysAfter(new Date("2026-11-23T09:00:00Z"), 1, office).toISOString()).toBe(
    "2026-11-24T16:00:00.000Z",
  );
  expect(workingDaysAfter(new Date("2026-07-06T09:00:00Z"), 1, office).toISOString()).toBe(
    "2026-07-07T15:00:00.000Z",
  );
});

it("passes over weekends and Belgian holidays", () => {
  // Friday before Easter 2026 (Easter Monday is 6 April).
  expect(workingDaysAfter(new Date("2026-04-03T09:00:00Z"), 1, office).toISOString()).toBe(
    "2026-04-07T15:00:00.000Z",
  );
  // Christmas Day 2026 is a Friday.
  expect(workingDaysAfter(new Date("2026-12-24T09:00:00Z"), 1, office).toISOString()).toBe(
    "2026-12-28T16:00:00.000Z",
  );
});

it("keeps the clock's day across the change of time", () => {
  // Clocks go back on Sunday 25 October 2026.
  expect(workingDaysAfter(new Date("2026-10-23T20:00:00Z"), 1, office).toISOString()).toBe(
    "2026-10-26T16:00:00.000Z",
  );
});

it("takes the day in Brussels, not in UTC", () => {
  // 23:30 UTC on Sunday is Monday in Brussels.
  expect(workingDaysAfter(new Date("2026-11-22T23:30:00Z"), 1, office).toISOString()).toBe(
    "2026-11-24T16:00:00.000Z",
  );
});

it("counts what is left, and nothing once the day has come", () => {
  const due = new Date("2026-11-30T16:00:00Z");
  expect(workingDaysBetween(new Date("2026-11-25T09:00:00Z"), due, office)).toBe(3);
  expect(workingDaysBetween(new Date("2026-11-30T09:00:00Z"), due, office)).toBe(0);
  expect(workingDaysBetween(new Date("2026-12-02T09:00:00Z"), due, office)).toBe(0);
});

it("counts the office's own days, hours, closing days and zone", () => {
  const from = new Date("2026-12-21T09:00:00Z");
  const after = (days: number, own: Partial<OfficeHours>) =>
    workingDaysAfter(from, days, { ...office, ...own }).toISOString();
  // Monday and Thursday: Christmas Eve, then the Monday after.
  expect(after(2, { officeDays: [1, 4] })).toBe("2026-12-28T16:00:00.000Z");
  expect(after(1, { closesAt: "12:30" })).toBe("2026-12-22T11:30:00.000Z");
  expect(after(1, { closingDays: [{ day: "2026-12-22" }] })).toBe("2026-12-23T16:00:00.000Z");
  expect(after(4, { nationalHolidays: false })).toBe("2026-12-25T16:00:00.000Z");
  expect(after(1, { timeZone: "Asia/Tokyo" })).toBe("2026-12-22T08:00:00.000Z");
  // 27 April, the King's birthday, is a holiday in the Netherlands.
  const april = new Date("2026-04-24T09:00:00Z");
  expect(workingDaysAfter(april, 1, { ...office, country: "NL" }).toISOString()).toBe(
    "2026-04-28T15:00:00.000Z",
  );
  const due = new Date("2026-12-28T16:00:00.000Z");
  expect(workingDaysBetween(from, due, { ...office, closingDays: [{ day: "2026-12-23" }] })).toBe(3);
});

it("knows of which countries it knows the holidays", () => {
  expect(["BE", "JP", "KR"].filter(hasHolidays)).toEqual(["BE", "JP", "KR"]);
  expect(["ZZ", "toString"].filter(hasHolidays)).toEqual([]);
});
