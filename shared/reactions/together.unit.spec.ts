import fc from "fast-check";
import type { Commit } from "../log/commit.ts";
import { together } from "./together.ts";

/** A commit of one stream with an outcome for each of these events. */
const commitOf = (_id: number, types: string[]): Commit =>
  ({
    _id,
    at: new Date(0),
    entries: [
      {
        stream: "notes/one",
        outcomes: types.map((type, n) => ({
          ...{ key: `${_id}-${n}`, hash: "", command: "notes.write", by: { kind: "nobody" } },
          ...{ reply: {}, events: [{ type, v: 1, data: {} }] },
        })),
      } as never,
    ],
  }) as never;

const commits = fc
  .array(fc.array(fc.constantFrom("Heard", "Other"), { minLength: 1, maxLength: 7 }), { maxLength: 12 })
  .map((all) => all.map((types, n) => commitOf(n + 1, types)));

it("gives every event that is heard once, in its order, so many at a time, and ends at the last commit", () => {
  fc.assert(
    fc.property(commits, fc.integer({ min: 1, max: 9 }), (all, atOnce) => {
      const given = [...together(all, (type) => type === "Heard", atOnce)];
      const events = given.flatMap(({ heard }) => heard);
      for (const some of events) expect(some.length).toBeLessThanOrEqual(atOnce);
      const heard = all.flatMap((commit) =>
        commit.entries.flatMap(({ outcomes }) =>
          outcomes.flatMap(({ events: happened }, n) =>
            happened[0]?.type === "Heard" ? `${commit._id}/${n}` : [],
          ),
        ),
      );
      expect(events.flat()).toHaveLength(heard.length);
      expect(events.flat().map(({ position }) => position)).toEqual(
        heard.map((id) => Number.parseInt(id, 10)),
      );
      expect(given.at(-1)?.upTo).toBe(all.at(-1)?._id);
    }),
  );
});

it("moves on as soon as enough is heard, and never inside a commit", () => {
  const all = [commitOf(1, ["Heard"]), commitOf(2, ["Heard", "Heard", "Heard"]), commitOf(3, ["Other"])];
  const given = [...together(all, (type) => type === "Heard", 2)];
  expect(given.map(({ heard, upTo }) => [heard.map(({ length }) => length), upTo])).toEqual([
    [[2, 2], 2],
    [[], 3],
  ]);
});
