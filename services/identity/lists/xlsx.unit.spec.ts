import { strFromU8, unzipSync } from "fflate";
import { xlsxOf } from "./xlsx.ts";

async function partsOf(rows: (string | number | Date | undefined)[][]) {
  const file = await xlsxOf({ name: "registrations", headings: ["One", "Two"], rows });
  const parts = unzipSync(file);
  const part = (name: string) => strFromU8(parts[name]!);
  return {
    names: Object.keys(parts),
    sheet: part("xl/worksheets/sheet1.xml"),
    words: part("xl/sharedStrings.xml"),
  };
}

it("I4: what looks like a formula is a word in the sheet, as it was", async () => {
  const begins = ["=1+1", "+32", "-5", "@SUM(A1)", "\t=x", "\r=x", "＝1+1", "<f>1+1</f>"];
  const { sheet, words } = await partsOf(begins.map((text) => [text, 1]));
  expect(sheet).not.toMatch(/<f[ >]/);
  expect(sheet.match(/<c [^>]*t="s"/g)).toHaveLength(begins.length + 2);
  for (const text of ["=1+1", "@SUM(A1)", "&lt;f&gt;1+1&lt;/f&gt;"]) expect(words).toContain(text);
});

it("I4: a moment is one in UTC, a number is a number, and what is not said is empty", async () => {
  const { sheet } = await partsOf([
    [new Date("2026-11-23T12:00:00Z"), undefined],
    ["x", 7],
  ]);
  expect(sheet).toContain("<v>46349.5</v>");
  expect(sheet).toContain("<v>7</v>");
});

it("I4: what no sheet can hold breaks none: control characters, halves of pairs, and too much", async () => {
  const { words } = await partsOf([
    ["a\u0000b\u0008c\uFFFE", "\uD800"],
    ["x".repeat(40_000), 1],
  ]);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for.
  expect(words).not.toMatch(/[\u0000-\u0008\uFFFE\uD800-\uDFFF]/);
  expect(
    words
      .match(/x+/g)!
      .map(({ length }) => length)
      .sort((a, b) => b - a)[0],
  ).toBe(32_767);
});
