import { nutsPrefix } from "#shared/codes/registration-area.ts";
import { sampleOf } from "#shared/testing/sample.ts";
import { Answers, type Field } from "./answers.ts";
import { offeredCountries, regionsOf, unknownCode } from "./codes.ts";
import { judge } from "./criteria.ts";
import { formFault } from "./faults.ts";
import { fieldNotAsked, fieldsFor, missingFields } from "./fields.ts";
import { formFor } from "./form.ts";
import { vatNumberFault } from "./vat-number.ts";

/** The first of growing length that its country takes. */
const vatNumberOf = (country: string) =>
  Array.from({ length: 13 }, (_none, n) => `${nutsPrefix(country)}${"9".repeat(n)}`).find(
    (number) => !vatNumberFault(country, number),
  )!;

const names = (country: string) => fieldsFor(country).map(({ field }) => field);

describe("A1: the form follows the country", () => {
  it("A1: asks a NUTS 2 region and a VAT number in the single market, a subdivision and a register number elsewhere", () => {
    expect(names("FR")).toEqual(expect.arrayContaining(["nutsRegion", "vatNumber"]));
    expect(names("FR")).not.toContain("subdivision");
    expect(names("JP")).toEqual(expect.arrayContaining(["subdivision", "registerNumber"]));
    expect(names("JP")).not.toContain("vatNumber");
  });

  it("A1: names the field that a country does not ask", () => {
    expect(fieldNotAsked("JP", { name: "x", vatNumber: "JP123" })).toBe("vatNumber");
    expect(fieldNotAsked("FR", { name: "x", vatNumber: "FR123" })).toBeUndefined();
  });

  it("A1: knows what is still missing; a declaration not made is missing", () => {
    expect(missingFields({})).toEqual(["country"]);
    expect(missingFields({ country: "JP", declaration: false, ecosystems: [] })).toEqual(
      expect.arrayContaining(["name", "subdivision", "declaration", "ecosystems"]),
    );
    expect(missingFields({ country: "JP" })).not.toContain("recognisedBy");
  });

  it("A1: offers only countries that get a form, and no country that is gone", async () => {
    const offered = offeredCountries();
    expect(offered).toEqual(expect.arrayContaining(["BE", "DE", "JP"]));
    expect(offered).not.toContain("DD");
    const forms = await Promise.all(offered.map((country) => formFor({ country })));
    expect(forms.map((form) => ("country" in form ? form.country : form.refused))).toEqual(offered);
  });

  it("A1: offers the parts of a country on one level, and still knows the name of a whole", async () => {
    const form = await formFor({ country: "GB" });
    const regions = "regions" in form ? form.regions : [];
    const offered = regions.filter(({ whole }) => !whole).map(({ code }) => code);
    expect(offered).toContain("GB-BIR");
    expect(offered).not.toContain("GB-ENG");
    expect(regions).toContainEqual({ code: "GB-SCT", name: "Scotland", whole: true });
    const philippines = await formFor({ country: "PH" });
    const wholes = "regions" in philippines ? philippines.regions.filter(({ whole }) => whole) : [];
    expect(wholes).toHaveLength(16);
  });

  it.each(offeredCountries())("A1: can be filled in and sent from %s", (country) => {
    const [region] = regionsOf(country);
    const answers = {
      ...(sampleOf(Answers) as Answers),
      ...{ country, nutsRegion: region, subdivision: region, ecosystems: ["renewable-energy"] },
      vatNumber: vatNumberOf(country),
    };
    const asked = new Set(names(country));
    const sent: Answers = Object.fromEntries(
      Object.entries(answers).filter(([field, value]) => asked.has(field as Field) && value !== undefined),
    );
    expect({ missing: missingFields(sent), fault: formFault(sent, sent) }).toEqual({ missing: [] });
  });

  it("B1: takes only codes of today's lists, and of the country's own", () => {
    expect(regionsOf("JP")).toContain("JP-40");
    expect(regionsOf("GR").every((code) => code.startsWith("EL") && code.length === 4)).toBe(true);
    expect(unknownCode({ subdivision: "JP-99" }, "JP")).toBe("subdivision");
    expect(unknownCode({ nutsRegion: "DE60" }, "FR")).toBe("nutsRegion");
    expect(unknownCode({ ecosystems: ["renewable-energy", "magic"] }, "FR")).toBe("ecosystems");
    expect(unknownCode({ country: "AN" }, "AN")).toBe("country");
  });
});

describe("A1: a VAT number", () => {
  it.each([
    ["FR", "FR17999400443"],
    ["FR", "FRK7999400443"],
    ["GR", "EL999400118"],
    ["NL", "NL999400800B01"],
    ["IE", "IE9A99943W"],
    ["IE", "IE9+99943W"],
    ["LT", "LT999400118999"],
    ["NO", "NO899994000MVA"],
    ["MK", "MK4030999400118"],
  ])("A1: of %s may be %s", (country, number) => {
    expect(formFault({ country, vatNumber: number }, { vatNumber: number })).toBeUndefined();
  });

  it.each([
    ["FR", "DE999", "FR", "11"],
    ["FR", "DE999400118", "FR", "11"],
    ["DE", "DE999", "DE", "9"],
    ["DE", "DE9994001188", "DE", "9"],
    ["GR", "GR999400118", "EL", "9"],
    ["CZ", "CZ9994001", "CZ", "8-10"],
    ["RS", "RS1", "RS", "2-13"],
  ])("A1: of %s cannot be %s, and it is said how it is written there", (country, number, letters, length) => {
    expect(formFault({ country, vatNumber: number }, { vatNumber: number })).toEqual({
      refused: "partnerships.vat-number-wrong",
      params: { field: "vatNumber", letters, length },
    });
  });

  it("A1: of another country is looked at when it is sent, not when only the country changes", () => {
    const answers: Answers = { country: "FR", vatNumber: "DE999400118" };
    expect(formFault(answers, { country: "FR" })).toBeUndefined();
    expect(formFault(answers, answers)).toMatchObject({ refused: "partnerships.vat-number-wrong" });
  });
});

describe("A2: criteria", () => {
  const members = { companies: 14, knowledge: 1, publicBodies: 0, others: 0 };
  const answers: Answers = { teamHundredths: 50, members, englishWebsite: true };
  const verdicts = (own: Answers) =>
    judge(own).map(({ criterion, verdict, datum }) => [criterion, verdict, datum]);

  it("A2: passes at the very limit: half a person, fifteen members of two kinds, a site in English", () => {
    expect(verdicts(answers)).toEqual([
      ["team", "pass", 50],
      ["members", "pass", 15],
      ["member-types", "pass", 2],
      ["english-website", "pass", 1],
    ]);
  });

  it("A2: fails below it, with the datum", () => {
    const short = {
      teamHundredths: 49,
      members: { ...members, companies: 13, knowledge: 0 },
      englishWebsite: false,
    };
    expect(verdicts(short)).toEqual([
      ["team", "fail", 49],
      ["members", "fail", 13],
      ["member-types", "fail", 1],
      ["english-website", "fail", 0],
    ]);
  });
});
