import { laterMoments } from "./later-moments.ts";

const at = (day: number, hour: number) => new Date(2026, 10, day, hour);

it("I1: offers tomorrow, Monday and the last day, each in the morning", () => {
  const wednesday = at(25, 15);
  expect(laterMoments(wednesday, at(30 + 2, 17))).toEqual([at(26, 9), at(30, 9), at(32, 9)]);
});

it("I1: offers nothing beyond the term, and nothing twice", () => {
  const sunday = at(29, 15);
  expect(laterMoments(sunday, at(30, 17))).toEqual([at(30, 9)]);
  expect(laterMoments(sunday, at(30, 8))).toEqual([]);
  expect(laterMoments(at(30, 10), at(30, 17))).toEqual([]);
});
