import { readFileSync } from "node:fs";

export type Tally = { passed: number; failed: number; skipped: number; skippedNames: string[] };

export const nothing: Tally = { passed: 0, failed: 0, skipped: 0, skippedNames: [] };
export const oneFailure: Tally = { ...nothing, failed: 1 };

export function add(a: Tally, b: Tally): Tally {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
    skippedNames: [...a.skippedNames, ...b.skippedNames],
  };
}

type JestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numRuntimeErrorTestSuites: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { assertionResults: { status: string; fullName: string }[] }[];
};

/** Reads what jest wrote. A suite that crashed, and a run that ended badly without saying why, is a failure. */
export function tallyOfJest(reportFile: string, endedWell: boolean): Tally {
  const report = readReport(reportFile);
  if (!report) return oneFailure;
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  const skippedNames = report.testResults
    .flatMap((suite) => suite.assertionResults)
    .filter((test) => !["passed", "failed"].includes(test.status))
    .map((test) => test.fullName);
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && !endedWell ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
    skippedNames,
  };
}

function readReport(file: string): JestReport | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/** The last line of every run. */
export const lastLine = (tally: Tally) =>
  `Tests: ${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`;

export const isSuccess = (tally: Tally) => tally.failed === 0 && tally.passed > 0;
