import { isFor } from "./whose.ts";

const today = "2026-11-25";
const away = (deputy?: string) => ({ from: "2026-11-25", until: "2026-11-27", ...(deputy && { deputy }) });
const who = (owner: string | undefined, officers: Parameters<typeof isFor>[2]) =>
  officers.map(({ person }) => person).filter((person) => isFor(person, owner, officers, today));

it("I1: is for its owner, for everyone when there is none, and for everyone when they have gone", () => {
  const officers = [{ person: "ann" }, { person: "bo" }];
  expect(who("ann", officers)).toEqual(["ann"]);
  expect(who(undefined, officers)).toEqual(["ann", "bo"]);
  expect(who("gone", officers)).toEqual(["ann", "bo"]);
});

it("I1: is for the deputy too while its owner is away, and for all when there is none or they are away themselves", () => {
  expect(who("ann", [{ person: "ann", away: away("bo") }, { person: "bo" }, { person: "cas" }])).toEqual([
    "ann",
    "bo",
  ]);
  expect(who("ann", [{ person: "ann", away: away() }, { person: "bo" }, { person: "cas" }])).toEqual([
    "ann",
    "bo",
    "cas",
  ]);
  const both = [{ person: "ann", away: away("bo") }, { person: "bo", away: away() }, { person: "cas" }];
  expect(who("ann", both)).toEqual(["ann", "bo", "cas"]);
  const over = { from: "2026-11-20", until: "2026-11-24", deputy: "bo" };
  expect(who("ann", [{ person: "ann", away: over }, { person: "bo" }])).toEqual(["ann"]);
});
