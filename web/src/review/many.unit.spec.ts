import { planOf, undoOf } from "./many.ts";

type Row = Parameters<typeof planOf>[1][number];
const row = (id: string, own: Partial<Row> = {}): Row => ({
  ...{ id, name: id.toUpperCase(), state: "submitted", version: 5, abilities: ["ask-changes", "reject"] },
  ...own,
});
const takes = () => true;

it("I3: plans each with the version that is seen, and says of the others why not", () => {
  const published = row("b", { state: "published", abilities: ["take-down"] });
  expect(planOf("reject", [row("a")], undefined, takes)[0]).not.toHaveProperty("why");
  expect(planOf("reject", [row("a"), published], undefined, takes)).toMatchObject([
    { id: "a", name: "A", own: { id: "a", version: 5 } },
    {
      ...{ id: "b", name: "B", own: { id: "b", version: 5 } },
      why: { refusal: "partnerships.illegal-step", params: { state: "published" } },
    },
  ]);
});

it("I3: hands nothing on to who has it already, and needs no version for it", () => {
  const rows = [row("a", { owner: "mine" }), row("b", { owner: "theirs" })];
  expect(planOf("hand-on", rows, "theirs", takes)).toEqual([
    { id: "a", name: "A", owner: "mine", own: { id: "a" } },
    {
      ...{ id: "b", name: "B", owner: "theirs", own: { id: "b" } },
      why: { refusal: "partnerships.owner-already", params: {} },
    },
  ]);
  expect(planOf("hand-on", rows, undefined, takes).every(({ why }) => why === undefined)).toBe(true);
});

it("I3: says to who may not decide who may", () => {
  for (const { why } of planOf("reject", [row("a")], undefined, () => false))
    expect(why).toEqual({ key: "only-officers" });
});

it("I3: takes back what was done here and is still the last that happened", () => {
  const done = ["a", "b", "c", "d"].map((id) => ({ id, name: id, position: 9 }));
  const now = [
    row("a", { version: 9, abilities: ["undo-decision"] }),
    row("b", { version: 12, abilities: ["undo-decision"] }),
    row("c", { version: 9, abilities: [] }),
  ];
  expect(undoOf(done, now)).toEqual([{ id: "a", name: "a", own: { id: "a", version: 9 } }]);
});
