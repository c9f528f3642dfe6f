import { openPast } from "./behind.ts";

it("knows the head as it was a minute ago, and nothing of before it looked", () => {
  const past = openPast(60);
  const heads = [
    [0, 5],
    [30, 5],
    [59, 9],
    [60, 9],
    [61, 12],
    [119, 12],
    [120, 12],
    [200, 40],
    [259, 40],
    [260, 41],
  ] as const;
  expect(heads.map(([at, head]) => past(at, head))).toEqual([0, 0, 0, 5, 5, 9, 9, 12, 12, 40]);
});

it("follows a log that has become shorter, as after a restore", () => {
  const past = openPast(60);
  past(0, 50);
  past(60, 7);
  expect(past(120, 7)).toBe(7);
});
