import fc from "fast-check";
import { withLabels } from "./labels.ts";

it("puts a label on the other side where its own is taken, and leaves it out where there is no room", () => {
  const [first, second, third] = withLabels(
    [100, 108, 112].map((x) => ({ x, y: 50 })),
    400,
  );
  expect(first?.label?.x).toBeLessThan(100);
  expect(second?.label?.y).not.toBe(first?.label?.y);
  expect(third?.label?.x).toBeGreaterThan(112);
  expect(withLabels([{ x: 398, y: 20 }], 400)[0]?.label?.x).toBeLessThan(380);
});

it("never lays one label over another, and keeps every point", () => {
  const point = fc.record({ x: fc.integer({ min: 0, max: 300 }), y: fc.integer({ min: 0, max: 150 }) });
  fc.assert(
    fc.property(fc.array(point, { maxLength: 12 }), (points) => {
      const placed = withLabels(points, 300);
      expect(placed.map(({ x, y }) => ({ x, y }))).toEqual(points);
      const labels = placed.flatMap(({ label }) => label ?? []);
      for (const [n, one] of labels.entries())
        for (const other of labels.slice(n + 1))
          expect(Math.abs(one.x - other.x) >= 19 || Math.abs(one.y - other.y) >= 13).toBe(true);
    }),
  );
});
