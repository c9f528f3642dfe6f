import { type Source, sourcesOf, withoutComments } from "./sources.ts";

/** The environment is read in one place, so that every setting has a name, a check and a word in the manual. */
const readers = /^(shared\/config|scripts)\//;
/** Programs beside the product: tests that start processes with a PATH or an environment of their own, the web app's builder. */
const beside = /^(tests\/(ladder|faults)\/|web\/vite\.config\.ts$)/;

function readsEnvironment({ path, text }: Source): string[] {
  if (readers.test(path) || beside.test(path)) return [];
  const found =
    /\bprocess\s*(\?\.|\.)\s*env\b|\bprocess\s*\[\s*["'`]env|\{[^}]*\benv\b[^}]*\}\s*(=\s*process|from\s*["'](node:)?process["'])/;
  return found.test(withoutComments(text)) ? [path] : [];
}

const ours = sourcesOf("{services,shared,scripts,tests,bench,web}/**/*.{ts,tsx,mjs}", "*.{ts,mjs}");

it("only shared/config and scripts/ read the environment", () => {
  expect(ours.length).toBeGreaterThan(150);
  const own = "tests/guards/environment.unit.spec.ts";
  expect(ours.filter(({ path }) => path !== own).flatMap(readsEnvironment)).toEqual([]);
});

it.each([
  ["const uri = process.env.MONGODB_URI;"],
  ["const { MONGODB_URI } = process.env;"],
  ['const uri = process["env"].X;'],
  ["const { env } = process;"],
  ['import { env } from "node:process";'],
])("is broken by %s", (text) => {
  expect(readsEnvironment({ path: "services/missions/seats/handlers.ts", text })).toHaveLength(1);
});

it("is kept by a comment, and by the folders that may", () => {
  expect(readsEnvironment({ path: "services/a.ts", text: "// process.env is read elsewhere" })).toEqual([]);
  expect(readsEnvironment({ path: "shared/config/config.ts", text: "process.env" })).toEqual([]);
});
