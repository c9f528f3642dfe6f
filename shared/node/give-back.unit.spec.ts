import { fileURLToPath } from "node:url";
import { printedBy } from "../testing/program.ts";

const giveBack = fileURLToPath(new URL("./give-back.ts", import.meta.url));

/** Holds much, lets it go, and then rests, works a little or stays at work. Prints MiB before and after. */
const program = (after: string, latest: number) => `
  import { giveBack } from ${JSON.stringify(giveBack)};
  const mib = () => Math.round(process.memoryUsage.rss() / 1_048_576);
  giveBack({ rest: 400, looks: 4, latest: ${latest} });
  let held = Array.from({ length: 1_500_000 }, (_, n) => ({ n, of: [n] }));
  const most = mib();
  held = undefined;
  ${after}
  setTimeout(() => {
    console.log(JSON.stringify({ most, least: mib() }));
    process.exit();
  }, 1_500);`;

const memoryOf = (after: string, latest = 600): { most: number; least: number } =>
  JSON.parse(printedBy(program(after, latest), ["--expose-gc"]));

const busyFor = (share: number) =>
  `setInterval(() => { const end = performance.now() + ${share * 20}; while (performance.now() < end); }, 20);`;

it("a process gives back what its busiest moment took once that is over, and is left alone while it lasts", () => {
  const resting = memoryOf("");
  expect(resting.least).toBeLessThan(resting.most * 0.6);
  const calmer = memoryOf(busyFor(0.3));
  expect(calmer.least).toBeLessThan(calmer.most * 0.6);
  // Others wait while it collects, so it does so when there are few, as long as that may come.
  const notYet = memoryOf(busyFor(0.3), 10_000);
  expect(notYet.least).toBeGreaterThan(notYet.most * 0.8);
  const working = memoryOf(busyFor(1.5));
  expect(working.least).toBeGreaterThan(working.most * 0.8);
});
