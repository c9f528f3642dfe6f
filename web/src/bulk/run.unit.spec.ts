import fc from "fast-check";
import { countsOf, isUnanswered, nextOf, type Outcome, runOf, settle, type Why } from "./run.ts";

const problem = (status: number, code = "any"): Why => ({ status, code, params: {} });
const done: Outcome = { kind: "done", position: 7 };
const refused: Outcome = { kind: "refused", problem: problem(409) };
const unanswered: Outcome = { kind: "unanswered", problem: problem(0) };

let keys = 0;
const three = () =>
  runOf(
    "POST /registrations/:id/rejection",
    { reason: "None" },
    ["a", "b", "c"].map((id) => ({ id, name: id.toUpperCase(), own: { id, version: 1 } })),
    () => `key-${keys++}`,
  );

it("I3: gives each item a key of its own, and keeps it until it is decided", () => {
  const run = three();
  expect(new Set(run.items.map(({ key }) => key)).size).toBe(3);
  const again = nextOf(settle(run, "a", unanswered));
  expect(again).toMatchObject({ id: "a", key: run.items[0]!.key });
});

it("I3: goes on with what is not decided alone", () => {
  const run = settle(settle(three(), "a", done), "b", refused);
  expect(nextOf(run)?.id).toBe("c");
  expect(countsOf(settle(run, "c", unanswered))).toEqual({ done: 1, refused: 1, unanswered: 1, unsent: 0 });
  expect(nextOf(settle(run, "c", done))).toBeUndefined();
});

it("I3: does not keep what was said once nothing is left to say it to", () => {
  const run = settle(settle(three(), "a", done), "b", refused);
  expect(settle(run, "c", unanswered).shared).toEqual({ reason: "None" });
  expect(settle(run, "c", done).shared).toEqual({});
});

it("I3: tells what was refused from what may be sent again", () => {
  for (const status of [0, 401, 429, 500, 503]) expect(isUnanswered(problem(status))).toBe(true);
  expect(isUnanswered(problem(403, "step-up-required"))).toBe(true);
  for (const status of [400, 403, 404, 409, 412, 422]) expect(isUnanswered(problem(status))).toBe(false);
});

it("I3: whatever comes back in whatever order, what was decided stays and all are counted", () => {
  const answer = fc.tuple(fc.constantFrom("a", "b", "c"), fc.constantFrom(done, refused, unanswered));
  fc.assert(
    fc.property(fc.array(answer), (answers) => {
      let run = three();
      const first = new Map<string, Outcome>();
      for (const [id, outcome] of answers) {
        run = settle(run, id, outcome);
        if (outcome.kind !== "unanswered" && !first.has(id)) first.set(id, outcome);
      }
      for (const { id, outcome } of run.items) if (first.has(id)) expect(outcome).toEqual(first.get(id));
      expect(Object.values(countsOf(run)).reduce((sum, count) => sum + count)).toBe(3);
      expect(nextOf(run) === undefined).toBe(first.size === 3);
    }),
  );
});
