import { PublicText, Text } from "./schemas.ts";
import { ajv } from "./validator.ts";

const takes = { line: ajv.compile(PublicText()), text: ajv.compile(Text(500)) };

it.each([
  "Zandbank",
  "Ørsted & Co. (4)",
  "株式会社",
  "مجموعة البحر",
  "7",
  "a\u200fb",
  "Łódź 👩🏽‍🔬",
  "한국",
  "می‌روم",
])("takes a name as people write it: %s", (name) => {
  expect(takes.line(name)).toBe(true);
  expect(takes.text(name)).toBe(true);
});

it("takes lines of text, and what is no more than a sign", () => {
  for (const text of ["one\n\ttwo\r\n", "👍", "?", "-"]) expect(takes.text(text)).toBe(true);
  for (const end of ["\n", "\r", "\u0085", "\u2028", "\u2029"])
    expect({ end, taken: takes.line(`one${end}two`) }).toEqual({ end, taken: false });
});

it("J7: refuses what nobody sees, and what shows otherwise than it is", () => {
  const unseen = ["", "   ", "\u200b\u200b", "\u2060", "\ufeff"];
  const empty = [
    "\u3164",
    "\u115f\u1160",
    " \uffa0 ",
    "\u0301\u0308",
    "\u200d\ufe0f",
    "\u00ad",
    "\u2800",
    "\u{e0061}",
  ];
  const turned = ["\u202egnp.exe", "a\u2066b", "\u202a"];
  const control = ["a\u0000b", "\u001b[31m", "a\u0085b", "a\u007f"];
  for (const text of [...unseen, ...empty, ...turned, ...control]) {
    expect({ text, taken: takes.line(text) }).toEqual({ text, taken: false });
    expect({ text, taken: takes.text(text) }).toEqual({ text, taken: false });
  }
});
