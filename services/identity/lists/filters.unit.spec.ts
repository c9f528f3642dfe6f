import fc from "fast-check";
import { listNames } from "./contract.ts";
import { leftOf, pageFrom, toldOf, wantedBy } from "./filters.ts";
import { lists } from "./lists.ts";

it("I6: takes from an address what the list knows, each in its own kind", () => {
  expect(wantedBy(lists.partners, "country=BE,NL&find=wind%20op%20zee")).toEqual({
    input: { country: ["BE", "NL"], find: "wind op zee" },
    narrowed: {},
    unknown: [],
  });
  expect(wantedBy(lists.organisations, "kind=company&unled=true&name=x")).toEqual({
    input: { kind: "company" },
    narrowed: { unled: true, name: "x" },
    unknown: [],
  });
});

it("I6: names what a list does not know: a filter, a value, and where a page begins", () => {
  const { unknown, input } = wantedBy(lists.registrations, "state=submitted&region=BE23&after=x&limit=5");
  expect({ unknown, input }).toEqual({
    unknown: ["region", "after", "limit"],
    input: { state: "submitted" },
  });
  expect(wantedBy(lists.registrations, "state=lost").unknown).toEqual(["state"]);
  expect(leftOf("state=submitted&region=BE23", ["region"])).toBe("state=submitted");
});

it("I6: whatever stands in an address, what is left of it is known, and what is asked is what the list takes", () => {
  const filter = fc.tuple(
    fc.oneof(
      fc.constantFrom("state", "find", "country", "unled", "name", "constructor", "__proto__"),
      fc.string(),
    ),
    fc.oneof(fc.constantFrom("submitted", "BE", "true", "waiting"), fc.string()),
  );
  fc.assert(
    fc.property(fc.constantFrom(...listNames), fc.array(filter, { maxLength: 6 }), (name, filters) => {
      const list = lists[name];
      const search = new URLSearchParams(filters).toString();
      const { unknown } = wantedBy(list, search);
      const left = wantedBy(list, leftOf(search, unknown));
      expect(left.unknown).toEqual([]);
      if (name !== "entries") expect(pageFrom(list, left, undefined)).toBeDefined();
    }),
  );
});

it("I4: tells of words that somebody looked for only that they did", () => {
  expect(toldOf(lists.people, "find=Sanne&organisation=kielzog")).toEqual(["find", "organisation=kielzog"]);
  expect(toldOf(lists.registrations, "state=submitted")).toEqual(["state=submitted"]);
});
