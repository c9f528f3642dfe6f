import { readFileSync } from "node:fs";
import { join } from "node:path";
import { withTests } from "./features.ts";
import { root, sourcesOf } from "./sources.ts";

const text = readFileSync(join(root, "docs", "features.md"), "utf8");
const specs = sourcesOf("{services,shared,tests,web,i18n,scripts}/**/*.spec.{ts,tsx}");

it("docs/features.md names the specs of each row; `npm run features` brings it up to date", () => {
  expect(text).toBe(withTests(text, specs));
});

it("a row that is done has a test, and no row stands there twice", () => {
  const rows = text.split("\n").filter((line) => /^\| [A-K]\d/.test(line));
  expect(rows).toHaveLength(130);
  expect(new Set(rows.map((line) => line.split("|")[1])).size).toBe(130);
  expect(rows.filter((line) => line.includes("| **done** |  |"))).toEqual([]);
});
