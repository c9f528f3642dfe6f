import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { buildWeb } from "./build-web.ts";
import { cacheDir, root } from "./paths.ts";
import { Advice, explain, say } from "./progress.mjs";
import { stopAll } from "./test/run.ts";
import { provideServers, type TestServers } from "./test/servers.ts";
import { findSpecs, isJourney, unknownWords } from "./test/specs.ts";
import { jest, lint, typeCheck, webJestConfig, webTypes } from "./test/steps.ts";
import { add, isSuccess, lastLine, nothing, oneFailure, type Tally } from "./test/tally.ts";

const given = process.argv.slice(2).filter((arg) => !arg.startsWith("--"));
/** `npm test -- types` checks the types alone. */
const words = given.filter((word) => word !== "types");
const onlyTypes = given.includes("types") && !words.length;
const everything = process.argv.includes("--all");
const timings: string[] = [];
let total = nothing;
let interrupted = false;
let servers: TestServers | undefined;

async function part(name: string, work: () => Promise<Tally>): Promise<void> {
  if (interrupted) return;
  say(`\n── ${name}`);
  const began = performance.now();
  const tally = await work().catch((error) => {
    explain(error);
    return oneFailure;
  });
  total = add(total, tally);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  timings.push(`${seconds.padStart(7)} s  ${tally.failed ? "✗" : "✓"} ${name}`);
}

async function main(): Promise<void> {
  const unknown = unknownWords(root, words);
  if (unknown.length)
    throw new Advice(`No spec's path holds ${unknown.map((word) => `'${word}'`).join(" or ")}.`);
  const specs = findSpecs(root, words);
  const reports = join(cacheDir, "reports", String(process.pid));
  mkdirSync(reports, { recursive: true });
  const minutes = everything ? 40 : 30;
  const env: NodeJS.ProcessEnv = { ...process.env, ...(everything && { CAUSEWAY_TEST_ALL: "1" }) };
  const run = (name: string, files: string[], args: string[]) =>
    part(`${name} (${files.length} files)`, () =>
      jest({ name, args: [...args, "--runTestsByPath", ...files], env, reports, minutes }),
    );

  if (!words.length || given.length > words.length) {
    await part("type check", () => typeCheck("."));
    const web = webTypes();
    if (web) await part("type check of web", () => typeCheck(web));
  }
  if (onlyTypes) return;
  if (!words.length) await part("lint", lint);
  if (specs.unit.length) await run("unit", specs.unit, ["--maxWorkers=2"]);
  const config = webJestConfig();
  if (config) {
    const args = ["--config", config, "--maxWorkers=2", "--passWithNoTests", ...words];
    await part("web", () => jest({ name: "web", args, env, reports, minutes }));
  }
  if (specs.int.length + specs.e2e.length === 0 || interrupted) return;
  await part("servers", async () => {
    servers = await provideServers(specs.e2e.length > 0);
    return nothing;
  });
  if (!servers) return;
  Object.assign(env, servers.env);
  if (specs.int.length) await run("int", specs.int, ["--maxWorkers=2"]);
  const [journeys, others] = [specs.e2e.filter(isJourney), specs.e2e.filter((file) => !isJourney(file))];
  // Once, before two of them find at the same moment that it is to be built.
  if (journeys.length) await buildWeb();
  if (journeys.length) await run("journeys", journeys, ["--maxWorkers=2"]);
  // Some freeze a server, and some count what a machine can do.
  if (others.length) await run("e2e", others, ["--runInBand"]);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    interrupted = true;
    stopAll();
  });
}
try {
  await main();
} catch (error) {
  explain(error);
  total = add(total, oneFailure);
}
await servers?.stop();
if (interrupted) total = add(total, oneFailure);
if (total.skippedNames.length)
  say(`\nSkipped:\n${total.skippedNames.map((name) => `  - ${name}`).join("\n")}`);
say(`\n${timings.join("\n")}\n`);
say(lastLine(total));
process.exitCode = isSuccess(total) || (onlyTypes && !total.failed) ? 0 : 1;
