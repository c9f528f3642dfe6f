import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./sources.ts";

const page = readFileSync(join(root, "docs", "security.md"), "utf8");

/** Files that a page in docs/ names and that are not there. */
const deadLinks = (text: string): string[] =>
  [...text.matchAll(/\]\((?!\w+:)([^)#]+)/g)]
    .map(([, path]) => path!)
    .filter((path) => !existsSync(join(root, "docs", path)));

const states = ["met", "met, no test", "deviation", "not applicable", "not met yet"];
const row = /^\| (\d[^|]*) \| [12] \| [^|]+ \| ([^|]+) \| ([^|]+) \|$/gm;

const rowsIn = (text: string) =>
  [...text.matchAll(row)].map(([, ids, state, why]) => ({ ids: ids!.split(", "), state: state!, why: why! }));

function faultsIn(text: string): string[] {
  const rows = rowsIn(text);
  const ids = rows.flatMap((one) => one.ids);
  return [
    ...ids.filter((id, n) => ids.indexOf(id) !== n).map((id) => `${id} stands there twice`),
    ...rows
      .filter(({ state }) => !states.includes(state))
      .map((one) => `${one.ids}: what is "${one.state}"?`),
    ...rows
      .filter(({ state, why }) => state === "met" && !/\]\(|^above\b/.test(why))
      .map((one) => `${one.ids} is met, and nothing proves it`),
  ];
}

it("docs/security.md names only files that are there", () => {
  expect(deadLinks(page)).toEqual([]);
  expect(
    deadLinks("[here](security.md#top) [there](../tests/no-such.spec.ts) [else](https://example.org)"),
  ).toEqual(["../tests/no-such.spec.ts"]);
});

it("its table has each requirement once, in a known state, and a proof beside what is met", () => {
  expect(rowsIn(page).length).toBeGreaterThan(100);
  expect(faultsIn(page)).toEqual([]);
});

it("sees what is twice, unknown or without proof", () => {
  const line = (id: string, state: string, why: string) => `| ${id} | 1 | x | ${state} | ${why} |`;
  const text = [line("1.1", "met", "[a](b.ts)"), line("1.1", "fine", "-"), line("1.2, 1.3", "met", "surely")];
  expect(faultsIn(text.join("\n"))).toEqual([
    "1.1 stands there twice",
    '1.1: what is "fine"?',
    "1.2,1.3 is met, and nothing proves it",
  ]);
});
