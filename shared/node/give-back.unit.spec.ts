import { fileURLToPath } from "node:url";
import { printedBy } from "../testing/program.ts";

const giveBack = fileURLToPath(new URL("./give-back.ts", import.meta.url));

/** Holds much, lets it go, and then rests or stays at work. Prints MiB before and after. */
const program = (after: string) => `
  import { giveBackAtRest } from ${JSON.stringify(giveBack)};
  const mib = () => Math.round(process.memoryUsage.rss() / 1_048_576);
  giveBackAtRest({ rest: 400, looks: 4 });
  let held = Array.from({ length: 1_500_000 }, (_, n) => ({ n, of: [n] }));
  const most = mib();
  held = undefined;
  ${after}
  setTimeout(() => {
    console.log(JSON.stringify({ most, least: mib() }));
    process.exit();
  }, 1_500);`;

const memoryOf = (after: string): { most: number; least: number } =>
  JSON.parse(printedBy(program(after), ["--expose-gc"]));

it("a process that rests gives back what its busiest moment took; one that is at work is left alone", () => {
  const resting = memoryOf("");
  expect(resting.least).toBeLessThan(resting.most * 0.6);
  const working = memoryOf("setInterval(() => { for (let n = 0; n < 3e6; n++); }, 5);");
  expect(working.least).toBeGreaterThan(working.most * 0.8);
});
