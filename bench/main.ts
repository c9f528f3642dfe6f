// Measures the portal against what could be written by hand on the same server, in the same run.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { dataDir, root } from "../scripts/paths.ts";
import { Advice, explain, say, step } from "../scripts/progress.mjs";
import { type Choice, chooseServer } from "../scripts/servers/choose.ts";
import { mongodb } from "../scripts/servers/mongodb.ts";
import { full } from "./effort.ts";
import { isMet, type Line, plain, told } from "./lines.ts";
import { measures } from "./measures.ts";
import { openStage, type Stage } from "./stage/stage.ts";

const rungs = { py: "secantus-py", rs: "secantus-rs", uri: "given" };
const dir = join(dataDir, `bench-${process.pid}`);
let choice: Choice | undefined;
let stage: Stage | undefined;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => void leave(130));

async function main(): Promise<void> {
  const { names, forced } = wishes();
  const chosen = await step(
    "MongoDB",
    () => chooseServer(mongodb, { forced, last: undefined }, dir, true),
    ({ rung, server }) => `MongoDB: ${rung.title}, ${server.version}`,
  );
  choice = chosen;
  const { rung, server } = chosen;
  const note = `${rung.name} ${server.version}, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}`;
  const opened = await step(`The portal, ${full.members} companies, their members and sessions`, () =>
    openStage(server.url, full),
  );
  stage = opened;
  const lines: Line[] = [plain(`cores; measured on ${note}`, availableParallelism(), "cores")];
  for (const name of names) {
    say(`\n── ${name}`);
    const found = await step(name, () => measures[name]!(opened));
    for (const line of found) say(told(line));
    lines.push(...found);
  }
  // Half a run must not pass for a whole one.
  if (names.length === Object.keys(measures).length) write(lines);
  const missed = lines.filter((line) => !isMet(line));
  say(`\n${lines.length - 1} figures on ${note}; goals missed: ${missed.length}`);
  for (const { name } of missed) say(`  ✗ ${name}`);
}

function wishes() {
  const { values } = parseArgs({ options: { only: { type: "string" }, server: { type: "string" } } });
  const known = Object.keys(measures);
  const names = values.only ? values.only.split(",") : known;
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length)
    throw new Advice(`There is no measure ${unknown.join(", ")}. Choose of: ${known.join(", ")}.`);
  const forced = values.server && rungs[values.server as keyof typeof rungs];
  if (values.server && !forced)
    throw new Advice(`--server ${values.server} is not known. Choose of: ${Object.keys(rungs).join(", ")}.`);
  return { names, forced: forced || undefined };
}

function write(lines: Line[]): void {
  const file = join(root, "bench", "results", "latest.json");
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, `[\n${lines.map((line) => `  ${JSON.stringify(line)}`).join(",\n")}\n]\n`);
  say("\nWritten to bench/results/latest.json");
}

async function leave(code: number | string): Promise<never> {
  await stage?.stop();
  await choice?.server.stop();
  rmSync(dir, { recursive: true, force: true });
  process.exit(code);
}

try {
  await main();
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
await leave(process.exitCode ?? 0);
