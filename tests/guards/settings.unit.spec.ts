import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readConfig } from "#shared/config/config.ts";
import { root, type Source, sourcesOf, withoutComments } from "./sources.ts";

const page = readFileSync(join(root, "docs", "settings.md"), "utf8");

const rowsUnder = (title: string) => {
  const [, part = ""] = page.split(`\n## ${title}\n`);
  const rows = part.split("\n## ")[0]!.matchAll(/^\| `(\w+)` \| (.+) \|$/gm);
  return [...rows].map(([, name, rest]) => {
    const [what, otherwise, example, file, readBy] = rest!.split(" | ");
    return { name: name!, what, otherwise, example, file, readBy };
  });
};

/** Every name that a start looks up, seen by looking on. */
function lookedUp(): Set<string> {
  const names = new Set<string>();
  const env = new Proxy({} as Record<string, string>, {
    get: (_, name) => void names.add(String(name)),
  });
  expect(() => readConfig(env)).toThrow("MONGODB_URI is missing");
  return names;
}

/** Of our own scripts' environment: not what the machine or one script says to another. */
const foreign = new Set(["PATH", "NO_COLOR", "CAUSEWAY_BEGAN"]);

const namesIn = ({ text }: Source): string[] => {
  const code = withoutComments(text);
  const one = [...code.matchAll(/process\.env\.([A-Z_]+)|(?:forcedBy|givenBy): "(\w+)"/g)];
  const several = [...code.matchAll(/\{([^{}]*)\} = process\.env/g)];
  return [...one.map(([, name, by]) => (name ?? by)!), ...several.flatMap(([, all]) => all!.match(/\w+/g)!)];
};

const own = sourcesOf("{scripts,shared/config}/**/*.{ts,mjs}").flatMap(namesIn);

it("every setting of the portal stands in docs/settings.md, and none that is not there", () => {
  const names = lookedUp();
  const plain = [...names].filter((name) => !(name.endsWith("_FILE") && names.has(name.slice(0, -5))));
  expect(plain.length).toBeGreaterThan(20);
  const listed = rowsUnder("Of the portal").map(({ name }) => name);
  expect(listed.toSorted()).toEqual(plain.toSorted());
});

it("it says which may stand in a file", () => {
  const names = lookedUp();
  for (const { name, file } of rowsUnder("Of the portal"))
    expect([name, file]).toEqual([name, names.has(`${name}_FILE`) ? "yes" : "no"]);
});

it("so do those of the scripts and of the containers", () => {
  const listed = (title: string) => rowsUnder(title).map(({ name }) => name);
  const known = [...listed("Of the portal"), ...listed("Of a checkout")];
  const read = new Set(own.map((name) => name.replace(/_FILE$/, "")).filter((name) => !foreign.has(name)));
  expect(read.size).toBeGreaterThan(8);
  expect([...read].filter((name) => !known.includes(name))).toEqual([]);
  expect(listed("Of a checkout").filter((name) => !read.has(name))).toEqual([]);
  const composed = sourcesOf("deploy/*.yaml").flatMap(({ text }) =>
    [...text.matchAll(/\$\{(\w+)/g)].map(([, name]) => name!),
  );
  const notOfPortal = [...new Set(composed)].filter((name) => !listed("Of the portal").includes(name));
  expect(notOfPortal).toEqual(listed("Of the containers"));
});

it("each row says all there is to say", () => {
  const rows = ["Of the portal", "Of the containers", "Of a checkout"].flatMap(rowsUnder);
  expect(rows.length).toBeGreaterThan(25);
  for (const row of rows) expect(Object.values(row).filter(Boolean)).toHaveLength(6);
});
