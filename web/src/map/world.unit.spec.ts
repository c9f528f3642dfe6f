import countries from "../../../shared/codes/lists/countries.json" with { type: "json" };
import { drawnCodes, drawWorld } from "./world.ts";

const world = drawWorld(800);
const current = countries.codes.filter((one) => !("retired" in one)).map(({ code }) => code);

it("B6: has a place on the map for every country there is, also for those that are too small to be drawn", () => {
  expect(current.filter((code) => !world.placeOf(code))).toEqual([]);
  expect(drawnCodes.filter((code) => !current.includes(code))).toEqual([]);
  for (const code of ["SG", "MT", "CV"]) expect([code, world.isLarge(code)]).toEqual([code, false]);
  for (const code of ["BR", "FR", "JP"]) expect([code, world.isLarge(code)]).toEqual([code, true]);
});

it("draws each country once, within its frame, and puts it where it is", () => {
  expect(new Set(drawnCodes).size).toBe(drawnCodes.length);
  expect(world.countries.every(({ path }) => path.startsWith("M"))).toBe(true);
  for (const code of current.filter((one) => one !== "AQ")) {
    const { x, y } = world.placeOf(code)!;
    expect({ code, inside: x >= 0 && x <= 800 && y >= 0 && y <= world.height }).toEqual({
      code,
      inside: true,
    });
  }
  const [brazil, japan] = [world.placeOf("BR")!, world.placeOf("JP")!];
  expect(brazil.x).toBeLessThan(japan.x);
  expect(brazil.y).toBeGreaterThan(japan.y);
  expect(world.wayBetween("BE", "JP")).toMatch(/^M.*L/);
  expect(world.wayBetween("BE", "ZZ")).toBeUndefined();
});
