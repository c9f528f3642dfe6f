import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cacheDir } from "../paths.ts";
import { Advice, say, step } from "../progress.mjs";
import { type Choice, chooseServer, isToKeep, remarks, type Wish } from "./choose.ts";
import type { Ladder, Server } from "./rung.ts";

/**
 * Provides a server by its ladder, tells which, and remembers it for the next time. When last time's does not serve,
 * another steps in, unless that `must` serve: a real installation's data is there and nowhere else.
 */
export async function climb(ladder: Ladder, dir: string, keep: boolean, must = false): Promise<Server> {
  readGiven(ladder.givenBy);
  const { forced, last } = wishFor(ladder);
  const tell = ({ rung, server }: Choice) =>
    `${ladder.kind}: ${rung.title}, ${server.version}, ${address(server.url)}`;
  const choice = await step(
    last ? ladder.kind : `${ladder.kind} (the first time it may take minutes to bring)`,
    () => chooseServer(ladder, { forced, last }, dir, keep),
    tell,
  );
  const lines = remarks(choice, last, dir);
  if (lines.length && must) {
    await choice.server.stop();
    throw new Advice(`${lines.join("\n")} To begin without it, set ${ladder.forcedBy}=${choice.rung.name}.`);
  }
  for (const line of lines) say(`  ! ${line}`);
  if (isToKeep(choice, { forced, last })) remember({ ...remembered(), [ladder.kind]: choice.rung.name });
  return choice.server;
}

/** In a container an address stands in a file, for whoever runs a command there as for the portal itself. */
function readGiven(name: string): void {
  const file = process.env[`${name}_FILE`];
  if (!file || process.env[name]) return;
  process.env[name] = readFileSync(file, "utf8").trim();
  delete process.env[`${name}_FILE`];
}

/** What the user asks for by the environment, and what served last. */
export const wishFor = (ladder: Ladder): Wish => ({
  forced: process.env[ladder.forcedBy] || (process.env[ladder.givenBy] ? "given" : undefined),
  last: remembered()[ladder.kind],
});

/** Without the user and password an address may hold. */
export const address = (url: string) => url.replace(/^\w+(\+\w+)?:\/\/([^@/]*@)?/, "").replace(/\?.*/, "");

const file = join(cacheDir, "servers.json");

function remembered(): Record<string, string> {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return {};
  }
}

function remember(choices: Record<string, string>): void {
  mkdirSync(cacheDir, { recursive: true });
  const fresh = `${file}.${process.pid}`;
  writeFileSync(fresh, `${JSON.stringify(choices, null, 2)}\n`);
  renameSync(fresh, file);
}
