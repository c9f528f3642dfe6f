import { expect, test } from "@jest/globals";
import { fullDisk, remedy } from "../../scripts/remedy.mjs";

test.each([
  ["Error: ENOENT: no such file or directory, mkdir '/p/.cache/bootstrap.lock.7'", "may not write into"],
  ["Error: EACCES: permission denied, mkdir '/p/.cache/bootstrap.lock.7'", "may not write into"],
  ["npm error code EROFS", "may not write into"],
  ["Error: ENOSPC: no space left on device, write", "full"],
  ['MongoServerError: WiredTiger error: WtError { message: "WT_PANIC: library panic" }', "start again"],
  ["MongoNetworkError: read ECONNRESET", "MongoDB has stopped answering"],
  ["MongooseServerSelectionError: connect ECONNREFUSED 127.0.0.1:1", "MongoDB does not answer"],
])("%s", (words, said) => {
  expect(remedy(words)).toContain(said);
});

test.each([
  ["TypeError: x is not a function"],
  ["Error: listen EACCES: permission denied 127.0.0.1:80"],
  ["Error: ENOENT: no such file or directory, open '/p/web/index.html'"],
  ["MongoServerError: E11000 duplicate key"],
])("nothing is said of %s", (words) => {
  expect(remedy(words)).toBeUndefined();
});

test("a disk is full when no database has room on it", () => {
  expect(fullDisk(import.meta.dirname)).toBeUndefined();
  if (process.platform === "linux")
    expect(fullDisk("/proc")).toMatch(/^The disk of \/proc is full \(0\.0 MB/);
});
