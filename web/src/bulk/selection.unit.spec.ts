import fc from "fast-check";
import { all, nothing, reach, type Selection, stretch, toggle } from "./selection.ts";

const order = ["a", "b", "c", "d", "e"];
const chosen = (selection: Selection) => [...selection.chosen].sort().join("");
const one = fc.constantFrom(...order);

it("I3: chooses and lets go one at a time, or all there are", () => {
  expect(chosen(toggle(toggle(nothing, "b"), "d"))).toBe("bd");
  expect(chosen(toggle(toggle(nothing, "b"), "b"))).toBe("");
  expect(chosen(toggle(all(order), "c"))).toBe("abde");
});

it("I3: reaches from the last one, in either direction, and makes all of them what that one is", () => {
  expect(chosen(reach(toggle(nothing, "b"), "d", order))).toBe("bcd");
  expect(chosen(reach(toggle(nothing, "d"), "b", order))).toBe("bcd");
  expect(chosen(reach(toggle(all(order), "b"), "d", order))).toBe("ae");
  // From where it began: a second reach does not start at the end of the first.
  expect(chosen(reach(reach(toggle(nothing, "b"), "c", order), "a", order))).toBe("abc");
});

it("I3: takes the one alone where there is nothing to reach from", () => {
  expect(chosen(reach(nothing, "c", order))).toBe("c");
  expect(chosen(reach(toggle(nothing, "gone"), "c", order))).toBe("cgone");
});

it("I3: stretches row by row, and back to where it began", () => {
  const three = stretch(stretch(nothing, "b", "c"), "c", "d");
  expect(chosen(three)).toBe("bcd");
  expect(chosen(stretch(three, "d", "c"))).toBe("bc");
  expect(chosen(stretch(stretch(stretch(three, "d", "c"), "c", "b"), "b", "a"))).toBe("ab");
});

it("I3: changes nothing that is not between both ends of a reach", () => {
  fc.assert(
    fc.property(fc.subarray(order), one, one, (before, from, to) => {
      const started = toggle(all(before), from);
      const after = reach(started, to, order);
      const [low, high] = [order.indexOf(from), order.indexOf(to)].sort((x, y) => x - y);
      for (const [at, id] of order.entries()) {
        const isBetween = at >= low! && at <= high!;
        expect(after.chosen.has(id)).toBe(started.chosen.has(isBetween ? from : id));
      }
    }),
  );
});
