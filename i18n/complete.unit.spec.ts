import { readdirSync, readFileSync } from "node:fs";

type Texts = { [key: string]: string | Texts };

const here = new URL("./", import.meta.url);
const languages = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const namespaces = readdirSync(new URL("en/", here)).map((file) => file.replace(/\.json$/, ""));

const read = (language: string, namespace: string): Texts =>
  JSON.parse(readFileSync(new URL(`${language}/${namespace}.json`, here), "utf8"));

/** Every text with the path of its key. */
function flat(texts: Texts, path = ""): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[path + key, value]] : flat(value, `${path}${key}.`),
  );
}

const holes = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name).sort();
/** A language may need other plural forms than English has. */
const singular = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, "");

for (const language of languages.filter((one) => one !== "en")) {
  describe.each(namespaces)(`${language}/%s`, (namespace) => {
    const english = new Map(flat(read("en", namespace)));
    const own = new Map(flat(read(language, namespace)));

    it("has every text that English has, and no other", () => {
      const keys = (texts: Map<string, string>) => [...new Set([...texts.keys()].map(singular))].sort();
      expect(keys(own)).toEqual(keys(english));
      expect([...own].filter(([, text]) => text.trim() === "")).toEqual([]);
    });

    it("has every plural form that its language asks", () => {
      const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
      const plural = [...own.keys()].filter((key) => key !== singular(key)).map(singular);
      const missing = plural.flatMap((key) => pluralCategories.filter((form) => !own.has(`${key}_${form}`)));
      expect(missing).toEqual([]);
    });

    it("uses what English uses", () => {
      const differing = [...own].filter(([key, text]) => {
        const same = english.get(key) ?? english.get(`${singular(key)}_other`);
        return same !== undefined && holes(text).join() !== holes(same).join();
      });
      expect(differing).toEqual([]);
    });
  });
}
