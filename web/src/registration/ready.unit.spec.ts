import { typed } from "./answers.ts";
import { readyOf } from "./ready.ts";
import { type Asked, progressOf, type Section } from "./sections.ts";

const fields: Asked[] = [
  ...(["country", "kind", "contactName", "contactLanguage", "summary"] as const).map((field) => ({
    ...{ field, required: true },
  })),
  { field: "recognisedBy", required: false },
];
const ready = (answers: object) =>
  readyOf(fields, (section: Section) => progressOf(section, fields, typed(answers)));

it("A1: counts no part as ready that nobody has filled in, and none that may stay empty", () => {
  const begun = { country: "JP", contactLanguage: "en" };
  expect(ready(begun)).toEqual({ count: 0, of: 3 });
  expect(ready({ ...begun, recognisedBy: "A programme" })).toEqual({ count: 0, of: 3 });
  expect(ready({ ...begun, kind: "cluster", summary: "A port." })).toEqual({ count: 2, of: 3 });
});
