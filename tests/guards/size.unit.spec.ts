import { type Source, sourcesOf } from "./sources.ts";

/** What a newcomer can read at a sitting. */
const most = { lines: 400, questioned: 200, median: 60 };

const linesOf = ({ text }: Source) => text.split("\n").length - 1;
const longerThan = (lines: number, files: Source[]) =>
  files.filter((file) => linesOf(file) > lines).map((file) => `${file.path}: ${linesOf(file)} lines`);

function medianOf(files: Source[]): number {
  const lengths = files.map(linesOf).sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length / 2)] ?? 0;
}

const ours = sourcesOf(
  "{services,shared,scripts,tests,bench,web}/**/*.{ts,tsx,mjs,css,py}",
  "*.{ts,mjs}",
).filter(({ path }) => !/\.gen\.ts$|\.d\.ts$/.test(path));

it("no file has more than 400 lines", () => {
  expect(ours.length).toBeGreaterThan(150);
  expect(longerThan(most.lines, ours)).toEqual([]);
});

it("few files have more than 200 lines, and each of them is known", () => {
  const long = longerThan(most.questioned, ours);
  if (long.length)
    console.warn(`Longer than ${most.questioned} lines, is it one thing?\n  ${long.join("\n  ")}`);
  expect(long.length / ours.length).toBeLessThan(0.05);
});

it("half of the files have fewer than 60 lines", () => {
  expect(medianOf(ours)).toBeLessThan(most.median);
});

it("counts lines, and so can fail", () => {
  const file = (count: number) => ({ path: `${count}.ts`, text: "x\n".repeat(count) });
  expect(longerThan(400, [file(400), file(401)])).toEqual(["401.ts: 401 lines"]);
  expect(medianOf([file(10), file(61), file(90)])).toBe(61);
});
