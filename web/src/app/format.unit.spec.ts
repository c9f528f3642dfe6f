import { countryName, languageName } from "./format.ts";

describe("names of codes", () => {
  it("are those of the reader's language", () => {
    expect(languageName("nl", "nl")).toBe("Nederlands");
    expect(countryName("JP", "en")).toBe("Japan");
  });

  it("are the codes themselves where there is no name, and where what is stored is no code at all", () => {
    for (const stored of ["x", "not a tag", "QZ", ""]) {
      expect([languageName(stored, "nl"), countryName(stored, "nl")]).toEqual([stored, stored]);
    }
  });
});
