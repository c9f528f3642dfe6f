import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { add, isSuccess, lastLine, nothing, oneFailure, tallyOfJest } from "./tally.ts";

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "causeway-tally-"));
});
afterAll(() => rmSync(dir, { recursive: true }));

function report(change: object): string {
  const counts = { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 0, numPendingTests: 0 };
  const file = join(dir, "report.json");
  writeFileSync(file, JSON.stringify({ ...counts, numTodoTests: 0, testResults: [], ...change }));
  return file;
}

test("counts what jest counted and names what was skipped", () => {
  const assertionResults = [
    { status: "passed", fullName: "a" },
    { status: "pending", fullName: "b" },
    { status: "todo", fullName: "c" },
  ];
  const file = report({
    numPassedTests: 1,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: [{ assertionResults }],
  });
  expect(tallyOfJest(file, true)).toEqual({ passed: 1, failed: 0, skipped: 2, skippedNames: ["b", "c"] });
});

test("counts a suite that crashed as a failure", () => {
  expect(tallyOfJest(report({ numPassedTests: 3, numRuntimeErrorTestSuites: 1 }), false).failed).toBe(1);
});

test("counts a run that ended badly though no test failed", () => {
  expect(tallyOfJest(report({ numPassedTests: 3 }), false)).toMatchObject({ passed: 3, failed: 1 });
});

test("counts a run that left no report", () => {
  expect(tallyOfJest(join(dir, "absent.json"), true)).toEqual(oneFailure);
});

test("succeeds only when something passed and nothing failed", () => {
  const passed = { ...nothing, passed: 2 };
  expect([nothing, passed, add(passed, oneFailure)].map(isSuccess)).toEqual([false, true, false]);
  expect(lastLine(add(passed, oneFailure))).toBe("Tests: 2 passed, 1 failed, 0 skipped");
});
