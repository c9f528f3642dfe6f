import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./sources.ts";
import { apply, changesIn } from "./worked-example.ts";

const read = (path: string) => readFileSync(join(root, path), "utf8");

it("the worked example of CONTRIBUTING.md applies to the code as it is", () => {
  const changes = changesIn(read("CONTRIBUTING.md"));
  expect(changes.map(({ path }) => path)).toEqual([
    "services/missions/seats/contract.ts",
    "services/missions/seats/handlers.ts",
    "services/missions/seats/policy.ts",
    "i18n/en/access.json",
    "i18n/nl/access.json",
    "i18n/fr/access.json",
    "i18n/de/access.json",
    "tests/access/answers.txt",
    "services/missions/seats/seats.int.spec.ts",
  ]);
  expect(apply(changes, read)).toEqual([]);
});

describe("a change", () => {
  const page = "In `a/b.ts`:\n```diff\n@@ -1,2 +1,3 @@ f\n one\n+two\n three\n```\n";

  it.each([["one\nthree\n"], ["zero\none\nthree\nfour\n"]])("applies to %j", (text) => {
    expect(apply(changesIn(page), () => text)).toEqual([]);
  });

  it.each([["one\n2\nthree\n"], ["one\nthree\none\nthree\n"], ["three\n"]])(
    "does not apply to %j",
    (text) => {
      expect(apply(changesIn(page), () => text)).toEqual(["a/b.ts:\none\nthree\n"]);
    },
  );

  it("applies on top of the one before", () => {
    const twice = `${page}\`\`\`diff\n@@ -2,2 +2,3 @@\n two\n+more\n three\n\`\`\`\n`;
    expect(apply(changesIn(twice), () => "one\nthree\n")).toEqual([]);
  });
});
