/**
 * Writes the list of countries from the npm package iso-3166 (ISO 3166-1, and ISO 3166-3 for those of before).
 * Run after an update of the package: node scripts/codes/countries.ts
 */
import { iso31661, iso31663 } from "iso-3166";
import type { Code } from "#shared/codes/codes.ts";
import { writeList } from "./write-list.ts";

// The package doesn't say when a code was withdrawn: years from the newsletters of ISO 3166-3.
const withdrawn: Record<string, string> = {
  AN: "2010",
  BU: "1989",
  CS: "2006",
  CT: "1984",
  DD: "1990",
  DY: "1977",
  FQ: "1979",
  FX: "1997",
  HV: "1984",
  JT: "1986",
  MI: "1986",
  NH: "1980",
  NQ: "1983",
  NT: "1993",
  PC: "1986",
  PU: "1986",
  PZ: "1980",
  RH: "1980",
  SU: "1992",
  TP: "2002",
  VD: "1977",
  WK: "1986",
  YD: "1990",
  YU: "2003",
  ZR: "1997",
};

// Not in ISO 3166-1: a code of the range free for users, which the European Commission and CLDR use too.
const kosovo: Code = { code: "XK", name: "Kosovo" };

// Yugoslavia gave its place to CS, which is retired itself.
const laterStill: Record<string, string[]> = { CS: ["ME", "RS"] };

const current = new Map(iso31661.map((country) => [country.alpha2, country]));
const retired = new Map<string, Code>();
for (const { from, to } of iso31663) {
  if (current.has(from.alpha2)) continue; // handed out again to another country
  const since = withdrawn[from.alpha2];
  if (!since) throw new Error(`${from.alpha2} was withdrawn: add the year to scripts/codes/countries.ts`);
  // CS was used twice; in the package's order the later use, Serbia and Montenegro, comes last.
  retired.set(from.alpha2, {
    code: from.alpha2,
    name: from.name,
    retired: { since, successor: to.flatMap((country) => today(country.alpha2)) },
  });
}
await writeList(
  "countries",
  {
    source: "ISO 3166-1 and 3166-3, by npm iso-3166 4.4.0 (MIT); XK added",
    sourceDate: "2026-03-05",
    retrieved: "2026-11-23",
  },
  [...[...current.values()].map(({ alpha2, name }) => ({ code: alpha2, name })), kosovo, ...retired.values()],
);

function today(code: string): string[] {
  return laterStill[code] ?? [code];
}
