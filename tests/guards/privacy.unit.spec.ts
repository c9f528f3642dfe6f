import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root, sourcesOf } from "./sources.ts";

const page = readFileSync(join(root, "docs", "privacy.md"), "utf8");
const code = sourcesOf("{services,shared}/**/*.ts")
  .filter(({ path }) => !/\.(spec|testing)\.ts$|^shared\/testing\//.test(path))
  .map(({ path, text }) => ({ service: path.split("/")[1]!, text }));

const all = (pattern: RegExp) =>
  code.flatMap(({ service, text }) =>
    [...text.matchAll(pattern)].map(([, found]) => ({ service, found: found! })),
  );

/** The first column of the table of what is kept. */
const listed = [...page.matchAll(/^\| (`[^|]+?) \|.*\|.*\|.*\|$/gm)].map(([, name]) =>
  name!.replaceAll("`", ""),
);
const collections = all(/storedModel(?:<[^(]*>)?\(\s*mongo,\s*"([\w.-]+)"/g).map(({ found }) => found);
const documents = all(/kind: "(\w+)", (?:subject: [^,]+, )?term: "/g).map(
  ({ service, found }) => `${service}.documents: ${found}`,
);

it("K6: docs/privacy.md lists every collection and every kind of document, and none that is not there", () => {
  expect(collections.length).toBeGreaterThan(8);
  expect(listed.filter((name) => name !== "partnerships.drafts").sort()).toEqual(
    [...new Set([...collections, ...documents])].sort(),
  );
});

it("K6: every collection of a service, and of reads, is listed by a service, so that it is erased and swept", () => {
  const made = all(/export const (\w+Of) = \(mongo: Mongo\)[^;]*?storedModel/g).map(({ found }) => found);
  const listed = all(/models: (\{[^}]*\})/g).flatMap(({ found }) => found.match(/\w+Of\b/g) ?? []);
  expect(made.length).toBeGreaterThan(12);
  expect(made.filter((name) => !listed.includes(name))).toEqual([]);
});

it("K6: it says how long each term lasts after its end", () => {
  const terms = readFileSync(join(root, "shared", "documents", "terms.ts"), "utf8");
  const days = [...terms.matchAll(/"([\w-]+)": (\d+)/g)].map(([, term, count]) => [term!, count!] as const);
  expect(days).toHaveLength(4);
  for (const [term, count] of days)
    expect(page).toMatch(new RegExp(`^\\| \`${term}\` \\|.*\\| ${count} days \\|$`, "m"));
});

it("K6: only the service whose drafts are listed keeps any", () => {
  const drafts = all(/drafts?Of\((?:kernel|mongo|kernel\.mongo|kernelOf\(ctx\.broker\)), "(\w+)"[,)]/g).map(
    ({ found }) => found,
  );
  expect([...new Set(drafts)]).toEqual(["partnerships"]);
});
