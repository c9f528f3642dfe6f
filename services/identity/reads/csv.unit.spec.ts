import { csvOf } from "./csv.ts";

it("I4: no cell of a file is a formula, and every cell comes back as it was", () => {
  const begins = ["=1+1", "+32", "-5", "@SUM(A1)", "\tx", "\rx"];
  const plain = ["Zoë, 'de' \"snelle\"", "a\nb", "5-3", ""];
  const lines = csvOf(
    [...begins, ...plain].map((text) => ({ text, other: 1 })),
    ["text", "other"],
  );
  for (const text of begins) expect(lines).toContain(`'${text}`);
  expect(lines).not.toMatch(/(^|\r\n|,)"?[=+@\t-]/);
  expect(lines).toContain(`"Zoë, 'de' ""snelle""",1\r\n`);
  expect(lines.startsWith("text,other\r\n")).toBe(true);
});
