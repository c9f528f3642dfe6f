import { csvOf } from "./csv.ts";

it("I4: no cell of a file is a formula, and every cell comes back as it was", () => {
  const begins = ["=1+1", "+32", "-5", "@SUM(A1)", "\tx", "\rx"];
  const behind = [" =1+1", "\n=1+1", "\u00a0-5", "\ufeff@SUM(A1)", "\u200b+32"];
  const plain = ["Zoë, 'de' \"snelle\"", "a\nb", "5-3", ""];
  const lines = csvOf(
    [...begins, ...behind, ...plain, "a\n=1+1", "a\r=1+1"].map((text) => ({ text, other: 1 })),
    ["text", "other"],
  );
  for (const text of [...begins, ...behind]) expect(lines).toContain(`'${text}`);
  for (const text of ["a\n=1+1", "a\r=1+1"]) expect(lines).toContain(`"${text}",1\r\n`);
  expect(lines).not.toMatch(/(^|\r\n|,)"?[=+@\t-]/);
  expect(lines).toContain(`"Zoë, 'de' ""snelle""",1\r\n`);
  expect(lines.startsWith("text,other\r\n")).toBe(true);
});
