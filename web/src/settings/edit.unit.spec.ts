import { fieldsIn, itemsIn, meant, openFields, type Settings, toSave, valueSet } from "./edit.ts";

const settings: Settings = {
  name: { en: "Tidal Power", nl: "Getijkracht" },
  shortName: "Getij",
  ...{ country: "BE", officeDays: [1, 2], opensAt: "09:00", closesAt: "17:00", timeZone: "Europe/Brussels" },
  closingDays: [{ day: "2026-12-24", reason: { en: "Eve" } }],
  nationalHolidays: true,
  email: "office@cluster.example",
  logo: { image: "a".repeat(64), type: "image/png", width: 1, height: 1 },
  ...{ languages: ["nl", "en"], defaultLanguage: "nl" },
};

it("sends only what means something else than what is set", () => {
  const typed = {
    name: { nl: "Getijkracht ", en: "Tidal Power", fr: "" },
    shortName: "Kracht",
    email: " office@cluster.example",
    logo: "a".repeat(64),
  };
  expect(openFields(typed, settings)).toEqual(["shortName"]);
  expect(toSave(typed, settings)).toEqual({ changes: { shortName: "Kracht" }, cleared: [], missing: [] });
});

it("clears what is left empty, and misses what cannot be", () => {
  const typed = {
    email: " ",
    logo: "",
    logoText: { en: "" },
    officeDays: [],
    name: { nl: "" },
    closingDays: [],
  };
  expect(toSave(typed, settings)).toEqual({
    changes: { closingDays: [] },
    cleared: ["email", "logo"],
    missing: ["officeDays", "name"],
  });
});

it("means by an empty field nothing, also inside a list", () => {
  expect(meant([{ day: "2026-12-31", reason: { en: " Eve ", nl: "" } }])).toEqual([
    { day: "2026-12-31", reason: { en: "Eve" } },
  ]);
  expect([meant(""), meant({ nl: " " }), meant(false)]).toEqual([undefined, undefined, false]);
});

it("shows closing days in the order in which they come, and takes another order for no change", () => {
  const [later, sooner] = ["2026-12-31", "2026-07-20"].map((day) => ({ day, reason: { en: "Closed" } }));
  const set = { ...settings, closingDays: [later!, sooner!] };
  expect(valueSet(set, "closingDays")).toEqual([sooner, later]);
  expect(openFields({ closingDays: [sooner, later] }, set)).toEqual([]);
});

it("names each field once that the server found badly written, and which items of a list", () => {
  const pointers = ["/changes/email", "/changes/closingDays/0/reason/nl", "/changes/closingDays/2/day"];
  const errors = pointers.map((pointer) => ({ pointer }));
  expect(fieldsIn(errors)).toEqual(["email", "closingDays"]);
  expect(itemsIn(errors, "closingDays")).toEqual([0, 2]);
  expect(itemsIn(errors, "email")).toEqual([]);
});
