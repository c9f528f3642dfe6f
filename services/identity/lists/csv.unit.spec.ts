import { csvOf } from "./csv.ts";

it("I4: no cell of a file is a formula, and every cell comes back as it was", () => {
  const begins = ["=1+1", "+32", "-5", "@SUM(A1)", "\tx", "\rx", "＝1+1", "＋32", "－5", "＠SUM(A1)"];
  const behind = [" =1+1", "\n=1+1", "\u00a0-5", "\ufeff@SUM(A1)", "\u200b+32", " ＝1+1"];
  const unseen = [
    "\u00ad",
    "\u034f",
    "\u061c",
    "\u180e",
    "\u202a",
    "\u202e",
    "\u2061",
    "\u2064",
    "\u2066",
    "\u3164",
    "\ufe0f",
  ];
  unseen.push("\u0000", "\u0085", "\u2028", "\u2800", "\ufff9", "\u{e0061}", "\u{e0100}", "\u00ad \u2060");
  behind.push(...unseen.flatMap((text) => [`${text}=1+1`, `${text}＠SUM(A1)`]));
  const plain = ["Zoë, 'de' \"snelle\"", "a\nb", "5-3", "a\u00ad=1", "\u200fشركة", ""];
  const texts = [...begins, ...behind, ...plain, "a\n=1+1", "a\r=1+1"];
  const table = { name: "any", headings: ["text", "other"], rows: texts.map((text) => [text, 1]) };
  const lines = csvOf(table).toString().slice(1);
  for (const text of [...begins, ...behind]) expect(lines).toContain(`'${text}`);
  for (const text of ["a\n=1+1", "a\r=1+1"]) expect(lines).toContain(`"${text}",1\r\n`);
  for (const text of ["a\u00ad=1", "\u200fشركة"]) expect(lines).toContain(`\r\n${text},1`);
  expect(lines).not.toMatch(/(^|\r\n|,)"?[=+@\t-]/);
  expect(lines).toContain(`"Zoë, 'de' ""snelle""",1\r\n`);
  expect(csvOf(table).toString().startsWith("\uFEFFtext,other\r\n")).toBe(true);
});

it("I4: a moment is written in UTC, and what is not said is empty", () => {
  const rows = [[new Date("2026-11-23T09:00:00Z"), undefined, 0]];
  expect(csvOf({ name: "any", headings: ["at", "none", "count"], rows }).toString()).toBe(
    "\uFEFFat,none,count\r\n2026-11-23T09:00:00.000Z,,0\r\n",
  );
});
