import { askedBy, chosenIn, toggled } from "./chosen.ts";
import { readSearch } from "./search.ts";

it("B6: reads what an address chooses, also one of before there were several", () => {
  expect(readSearch({ country: "JP" })).toEqual({ country: "JP" });
  expect(askedBy(readSearch({ country: " BR  JP BR ", find: 2024, language: "" }))).toEqual({
    country: ["BR", "JP"],
    find: "2024",
  });
  expect(readSearch({ country: ["BR"], find: null, ecosystem: { a: 1 } })).toEqual({});
});

it("B6: chooses a further code, and lets go of it again", () => {
  const one = toggled({ find: "port" }, "country", "BR");
  const two = toggled(one, "country", "JP");
  expect(two).toEqual({ find: "port", country: "BR JP" });
  expect(chosenIn(two)).toBe(3);
  expect(toggled(toggled(two, "country", "BR"), "country", "JP")).toEqual({ find: "port" });
});
