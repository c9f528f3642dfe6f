import { globSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isAlive } from "../lock.mjs";
import { dataDir } from "../paths.ts";
import { say, step } from "../progress.mjs";
import { findBrowser } from "../servers/browser.ts";
import { climb } from "../servers/climb.ts";
import { mongodb } from "../servers/mongodb.ts";
import { natsOrNone } from "../servers/nats.ts";
import { stopLeftover } from "../servers/note.ts";
import type { Server } from "../servers/rung.ts";

export type TestServers = { env: NodeJS.ProcessEnv; stop(): Promise<void> };

/** One MongoDB and one NATS for all specs, empty and of this run alone; and a browser if there is one. */
export async function provideServers(withBrowser: boolean): Promise<TestServers> {
  await clearAfterKilledRuns();
  const dir = join(dataDir, `test-${process.pid}`);
  const started: Server[] = [];
  const stop = async () => {
    for (const server of started) await server.stop();
    rmSync(dir, { recursive: true, force: true });
  };
  try {
    const database = await climb(mongodb, join(dir, "mongodb"), false);
    started.push(database);
    const messages = await climb(natsOrNone, join(dir, "nats"), false);
    started.push(messages);
    if (!messages.url) say("  ! Without a NATS server, what needs several processes is skipped.");
    const browser = withBrowser ? await browserPath() : undefined;
    const env = {
      MONGODB_URI: database.url,
      ...(messages.url && { NATS_URL: messages.url }),
      ...(browser && { CHROMIUM_PATH: browser }),
    };
    return { env, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function browserPath(): Promise<string | undefined> {
  const { path } = await step("Browser", findBrowser, ({ told }) => `Browser: ${told}`);
  if (!path) say("  ! Without a browser, what needs one is skipped.");
  return path;
}

async function clearAfterKilledRuns(): Promise<void> {
  for (const name of globSync("test-*", { cwd: dataDir })) {
    if (isAlive(Number(name.slice("test-".length)))) continue;
    const dir = join(dataDir, name);
    for (const note of globSync("*/*/server.json", { cwd: dir })) await stopLeftover(join(dir, note, ".."));
    rmSync(dir, { recursive: true, force: true });
  }
}
