import { createHash } from "node:crypto";
import { describe, expect, it } from "@jest/globals";
import { codeList, countryNames, type ListName } from "./codes.ts";
import { asksNuts, inRegistrationArea, nutsPrefix } from "./registration-area.ts";

const names: ListName[] = ["countries", "subdivisions", "nuts", "ecosystems", "nace"];
const countries = codeList("countries");
const nuts = codeList("nuts");

describe.each(names)("the list of %s", (name) => {
  const list = codeList(name);
  const codes = list.all();

  it("holds what its header says", () => {
    const sha256 = createHash("sha256").update(JSON.stringify(codes)).digest("hex");
    expect({ count: codes.length, sha256 }).toEqual({ count: list.header.count, sha256: list.header.sha256 });
    expect(list.header.source).not.toBe("");
    expect(list.header.retrieved).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it("has each code once, named, in order", () => {
    const ids = codes.map((code) => code.code);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(ids.toSorted());
    expect(codes.filter(({ name }) => (typeof name === "string" ? name : name.en).trim() === "")).toEqual([]);
  });

  it("has every parent", () => {
    expect(codes.filter(({ parent }) => parent !== undefined && !list.isCurrent(parent))).toEqual([]);
  });

  it("leads from a retired code to current ones, or names the list they stand in", () => {
    const lost = codes.filter(
      ({ retired }) => retired && !retired.in && !retired.successor?.every((code) => list.isCurrent(code)),
    );
    expect(lost).toEqual([]);
  });

  it("refuses an unknown code", () => {
    for (const unknown of ["", "ZZ9", "be", "__proto__", "constructor"]) {
      expect([list.has(unknown), list.isCurrent(unknown), list.get(unknown)]).toEqual([
        false,
        false,
        undefined,
      ]);
    }
  });
});

describe("a retired code", () => {
  it("B1: stays readable and names its successor", () => {
    expect(nuts.has("UKM6")).toBe(true);
    expect(nuts.isCurrent("UKM6")).toBe(false);
    expect(nuts.get("UKM6")).toEqual({
      code: "UKM6",
      name: "Highlands and Islands",
      retired: { since: "2021-01-01", successor: ["TLM6"], in: "ITL 2021" },
    });
  });

  it("may have several successors", () => {
    expect(nuts.get("PT17")?.retired?.successor).toEqual(["PT1A", "PT1B"]);
    expect(countries.get("AN")?.retired?.successor).toEqual(["BQ", "CW", "SX"]);
    expect(countries.get("YU")?.retired?.successor).toEqual(["ME", "RS"]);
  });
});

describe("regions", () => {
  it("lie in a country of the list", () => {
    const iso = (code: string) => ({ EL: "GR", UK: "GB" })[code.slice(0, 2)] ?? code.slice(0, 2);
    expect(nuts.all().filter(({ code }) => !countries.isCurrent(iso(code)))).toEqual([]);
    const strays = codeList("subdivisions")
      .all()
      .filter(({ code }) => !countries.isCurrent(code.slice(0, 2)));
    expect(strays).toEqual([]);
  });

  it("are those of Eurostat's sheet: 27 countries with 92 and 244 regions without Extra-Regio", () => {
    const union = [...nuts.all()].filter(
      ({ code, retired }) => !retired && codesOfTheUnion.includes(code.slice(0, 2)),
    );
    const atLevel = (level: number) => union.filter(({ code }) => code.length === level + 2).length;
    expect([atLevel(0), atLevel(1), atLevel(2)]).toEqual([27, 92, 244]);
  });

  it("exist at level 2 wherever the form asks for one", () => {
    const asked = countries.all().filter(({ code }) => asksNuts(code));
    expect(asked.length).toBe(37);
    for (const { code } of asked) {
      const regions = nuts
        .all()
        .filter((region) => region.code.startsWith(nutsPrefix(code)) && region.code.length === 4);
      expect(regions.filter((region) => !region.retired)).not.toEqual([]);
    }
  });
});

describe("the area of the European cluster platform", () => {
  it("holds the Union and the countries of its programme for small companies", () => {
    for (const country of ["BE", "GR", "NO", "IS", "UA", "XK", "TR", "AM"]) {
      expect([country, inRegistrationArea(country)]).toEqual([country, true]);
    }
    for (const country of ["GB", "CH", "US", "IL", "EL", ""]) {
      expect([country, inRegistrationArea(country), asksNuts(country)]).toEqual([country, false, false]);
    }
  });

  it("asks no NUTS region of Armenia and Moldova, which have none", () => {
    expect([asksNuts("AM"), asksNuts("MD")]).toEqual([false, false]);
  });
});

describe("country names", () => {
  it("come in the reader's language", () => {
    expect(countryNames("nl").get("DE")).toBe("Duitsland");
    expect(countryNames("fr").get("ZA")).toBe("Afrique du Sud");
    expect(countryNames("de").get("XK")).toBe("Kosovo");
  });

  it("don't call a country of the past by the name of one of today", () => {
    expect(countryNames("en").get("SU")).toBe("USSR");
  });

  it("are there for every code in every language", () => {
    for (const locale of ["nl", "en", "fr", "de"]) {
      expect([...countryNames(locale)].filter(([code, name]) => !name || name === code)).toEqual([]);
    }
  });
});

describe("the lists with names in four languages", () => {
  it.each(["ecosystems", "nace"] as const)("%s: none is missing", (name) => {
    const languages = ({ name: names }: { name: unknown }) => Object.keys(names as object).toSorted();
    for (const code of codeList(name).all()) expect(languages(code)).toEqual(["de", "en", "fr", "nl"]);
  });

  it("hold the 14 ecosystems, the 22 sections and the 87 divisions", () => {
    const nace = codeList("nace").all();
    expect(codeList("ecosystems").all().length).toBe(14);
    expect(nace.filter(({ parent }) => !parent).length).toBe(22);
    expect(nace.filter(({ parent }) => parent).length).toBe(87);
  });
});

const codesOfTheUnion =
  "AT BE BG CY CZ DE DK EE EL ES FI FR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" ");
