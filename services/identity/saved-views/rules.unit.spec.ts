import fc from "fast-check";
import type { ListName } from "../lists/contract.ts";
import * as rules from "./rules.ts";
import type { Kept } from "./saved-views.ts";

const none: Kept = { views: [], first: [] };
const waiting = { list: "registrations", name: "Waiting", search: "state=submitted" } as const;
const keptOf = ({ kept }: { kept?: Kept }): Kept => kept ?? none;

it("I6: a view that is saved again under its name has other filters and is the same view", () => {
  const once = keptOf(rules.saved(none, waiting, "one"));
  const twice = keptOf(rules.saved(once, { ...waiting, search: "state=accepted" }, "two"));
  expect(twice.views).toEqual([{ view: "one", ...waiting, search: "state=accepted", shared: false }]);
  const other = keptOf(rules.saved(twice, { ...waiting, list: "letters", search: "" }, "three"));
  expect(other.views).toHaveLength(2);
});

it("I6: a name is taken once a list, and what is not there is not changed", () => {
  const kept = keptOf(
    rules.saved(keptOf(rules.saved(none, waiting, "one")), { ...waiting, name: "B" }, "two"),
  );
  expect(rules.renamed(kept, "two", "Waiting")).toEqual({
    refusal: { refused: "identity.view-name-taken", params: {} },
  });
  expect(keptOf(rules.renamed(kept, "two", "B"))).toEqual(kept);
  const missing = { refusal: { refused: "identity.no-such-view", params: {} } };
  expect(rules.renamed(kept, "three", "C")).toEqual(missing);
  expect(rules.shared(kept, "three", true)).toEqual(missing);
  expect(rules.removed(kept, "three")).toEqual(missing);
});

it("I6: a view that is removed opens nothing any more", () => {
  const one = keptOf(rules.saved(none, waiting, "one"));
  const opens = keptOf(rules.first(one, one.views, "one", true));
  expect(opens.first).toEqual([{ list: "registrations", view: "one" }]);
  expect(keptOf(rules.removed(opens, "one"))).toEqual(none);
});

it("I6: whatever somebody does with their views, names are unique, one opens a list, and there are not too many", () => {
  const id = fc.constantFrom(...Array.from({ length: 110 }, (_, n) => `view-${n}`));
  const list = fc.constantFrom("registrations" as const, "letters" as const);
  const name = fc.constantFrom(...Array.from({ length: 110 }, (_, n) => `Name ${n}`));
  const what = fc.constantFrom(
    "save" as const,
    "save" as const,
    "rename" as const,
    "remove" as const,
    "first" as const,
  );
  const step = fc.record({ what, view: id, list, name });
  type Step = { what: "save" | "rename" | "remove" | "first"; view: string; list: ListName; name: string };
  const taken = (kept: Kept, { what, view, list: of, name: called }: Step): Kept => {
    const decided = {
      save: () => rules.saved(kept, { list: of, name: called, search: "" }, `${of}-${called}-${view}`),
      rename: () => rules.renamed(kept, kept.views[0]?.view ?? view, called),
      remove: () => rules.removed(kept, kept.views.at(-1)?.view ?? view),
      first: () => rules.first(kept, kept.views, kept.views[0]?.view ?? view, true),
    }[what]();
    return decided.kept ?? kept;
  };
  fc.assert(
    fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
      const kept = steps.reduce<Kept>(taken, none);
      expect(new Set(kept.views.map((view) => `${view.list}/${view.name}`)).size).toBe(kept.views.length);
      expect(new Set(kept.first.map((one) => one.list)).size).toBe(kept.first.length);
      expect(kept.views.length).toBeLessThanOrEqual(rules.mostViews);
    }),
    { numRuns: 50 },
  );
});
