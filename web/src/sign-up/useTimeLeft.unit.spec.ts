import { asClock, toldAt } from "./useTimeLeft.ts";

it("C9: shows minutes and seconds, and never nothing before the end", () => {
  expect([1_200_000, 1_145_000, 60_000, 59_001, 1, 0].map(asClock)).toEqual([
    ...["20:00", "19:05", "1:00", "1:00", "0:01", "0:00"],
  ]);
});

it("C9: tells that five minutes are left, and that one is, and nothing before or after", () => {
  expect([300_001, 300_000, 60_001, 60_000, 1, 0].map(toldAt)).toEqual([
    ...[undefined, "five", "five", "one", "one", undefined],
  ]);
});
