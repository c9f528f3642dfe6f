import { readFileSync } from "node:fs";

export type ListName = "countries" | "subdivisions" | "nuts" | "ecosystems" | "nace";
export type Name = string | { en: string; nl?: string; fr?: string; de?: string };
export type Code = {
  code: string;
  /** A string is the name in the language of the place itself. */
  name: Name;
  /** The name in Latin letters, where it is written in others. */
  latin?: string;
  parent?: string;
  /** `in` says in which list the successors stand, where it isn't this one. */
  retired?: { since: string; successor?: string[]; in?: string };
};
export type CodeList = {
  source: string;
  sourceDate: string;
  retrieved: string;
  count: number;
  sha256: string;
  codes: Code[];
};

const loaded = new Map<ListName, ReturnType<typeof load>>();

/** Reads the list at first use. A retired code is known and readable, but no longer current: new entries refuse it. */
export function codeList(name: ListName) {
  let list = loaded.get(name);
  if (!list) {
    list = load(name);
    loaded.set(name, list);
  }
  return list;
}

function load(name: ListName) {
  const file = new URL(`./lists/${name}.json`, import.meta.url);
  const list = JSON.parse(readFileSync(file, "utf8")) as CodeList;
  const byCode = new Map(list.codes.map((code) => [code.code, code]));
  return {
    header: {
      source: list.source,
      sourceDate: list.sourceDate,
      retrieved: list.retrieved,
      count: list.count,
      sha256: list.sha256,
    },
    has: (code: string): boolean => byCode.has(code),
    get: (code: string): Code | undefined => byCode.get(code),
    isCurrent: (code: string): boolean => byCode.has(code) && byCode.get(code)?.retired === undefined,
    all: (): readonly Code[] => list.codes,
  };
}

/** A name in the languages it is there in; in that of the place itself it stands for English. */
export const byLanguage = (name: Name): Record<string, string> =>
  typeof name === "string"
    ? { en: name }
    : Object.fromEntries(
        Object.entries(name).flatMap(([language, text]) => (text ? [[language, text]] : [])),
      );

/** Country code to name in the reader's language, retired countries included; English where CLDR has no name. */
export function countryNames(locale: string): Map<string, string> {
  const names = new Intl.DisplayNames([locale, "en"], { type: "region", fallback: "none" });
  return new Map(
    codeList("countries")
      .all()
      .map(({ code, name, retired }) => {
        // CLDR answers a retired code with the name of a country of today: SU would be called Russia.
        const own = typeof name === "string" ? name : name.en;
        return [code, retired ? own : (names.of(code) ?? own)];
      }),
  );
}
