// Empties the local demo database and fills it anew; with --if-empty, fills it when nothing is in it.
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Config, readConfig } from "#shared/config/config.ts";
import { appEnvironment, isDemo } from "./app/environment.ts";
import { runningProcess } from "./app/running.ts";
import { type Contents, contentsOf } from "./demo/contents.ts";
import { empty } from "./demo/empty.ts";
import { noteResume } from "./demo/resume.ts";
import { exclusively } from "./lock.mjs";
import { dataDir } from "./paths.ts";
import { Advice, explain, say } from "./progress.mjs";
import { climb } from "./servers/climb.ts";
import { mongodb } from "./servers/mongodb.ts";
import type { Server } from "./servers/rung.ts";

const { values } = parseArgs({
  options: {
    "if-empty": { type: "boolean", default: false },
    /** The address of a server that the calling script has provided. */
    on: { type: "string" },
  },
});
const ifEmpty = values["if-empty"];
let server: Server | undefined;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void leave(130));

async function main(): Promise<void> {
  if (!isDemo()) {
    throw new Advice(
      "MONGODB_URI or CAUSEWAY_PUBLIC_URL is set: that is a real installation, which gets no demo persons.",
    );
  }
  const running = ifEmpty ? undefined : runningProcess();
  if (running) throw new Advice(`The portal is running (process ${running}). Stop it, then try again.`);
  if (!values.on) server = await climb(mongodb, join(dataDir, "mongodb"), true);
  const config = readConfig(appEnvironment(values.on ?? server?.url ?? "", ""));
  // Of two first starts at once, the second waits and then finds it filled.
  await exclusively(join(dataDir, "demo.lock"), () => makeReady(config));
}

async function makeReady(config: Config): Promise<void> {
  const contents = await contentsOf(config.mongoUri);
  if (ifEmpty && (contents === "demo" || contents === "other")) return;
  await clear(config, contents);
  await fillAndTell(config);
}

async function clear({ mongoUri }: Config, contents: Contents): Promise<void> {
  const name = new URL(mongoUri).pathname.slice(1);
  switch (contents) {
    case "empty":
      return;
    case "other":
      throw new Advice(
        `The local database "${name}" does not begin with the demo set, so it is left as it is. Move .data/mongodb away to have the demo.`,
      );
    case "part":
      // The portal does not start on a part, so nobody has worked on it.
      say(`  ! An earlier filling of the local database "${name}" broke off: it is emptied.`);
      return empty(mongoUri);
    case "demo":
      say(`  Emptying the local demo database "${name}", and no other.`);
      return empty(mongoUri);
    default:
      contents satisfies never;
  }
}

async function fillAndTell(config: Config): Promise<void> {
  const began = performance.now();
  say("  Filling the demo set: 900 days of a cluster, as commands. Half a minute, only the first time.");
  // Only now, for all services come with it, and most starts find the database filled.
  const { fill } = await import("./demo/fill.ts");
  const { commands, commits, registrations, counts } = await fill(config, new Date(), say);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  say(
    `✓ Demo set: ${counts.members} members, ${counts.registrations} registrations, ${counts.missions} missions; ${commands} commands in ${commits} commits · ${seconds} s`,
  );
  const draft = registrations.get("adriatica-navale");
  if (draft) noteResume(draft.id, draft.link);
  if (!ifEmpty) say("  `npm start` shows it, and the link of a registration to go on with.");
}

async function leave(code: number | string): Promise<never> {
  await server?.stop();
  process.exit(code);
}

try {
  await main();
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
await leave(process.exitCode ?? 0);
