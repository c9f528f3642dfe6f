import { testServers } from "#shared/config/test-servers.ts";
import { blink } from "./effort.ts";
import { isMet, type Line } from "./lines.ts";
import { measures } from "./measures.ts";
import { openStage, type Stage } from "./stage/stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage(testServers().mongoUri, blink);
}, 60_000);
afterAll(() => stage?.stop());

it.each(Object.keys(measures))(
  "measures %s for a blink",
  async (name) => {
    const lines = await measures[name]!(stage);
    expect(lines.length).toBeGreaterThan(0);
    for (const { figure, unit, ratio, goal } of lines) {
      expect(figure).toBeGreaterThanOrEqual(0);
      expect(Number.isFinite(figure)).toBe(true);
      // A share of the work may be too small for a blink.
      if (goal !== null && goal !== "0" && unit !== "%") expect(ratio).toBeGreaterThan(0);
    }
  },
  60_000,
);

it("says of a line whether its goal is met", () => {
  const line: Line = { name: "a", figure: 1, unit: "/s", limit: 2, ratio: 0.5, goal: ">= 0.5" };
  const verdicts = [line, { ...line, ratio: 0.49 }, { ...line, goal: "<= 0.4" }, { ...line, goal: "0" }];
  expect(verdicts.map(isMet)).toEqual([true, false, false, false]);
  expect(isMet({ ...line, goal: null })).toBe(true);
});
