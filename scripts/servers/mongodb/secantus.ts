import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startLocal } from "../local.ts";
import type { Server } from "../rung.ts";
import { pingStorage, urlOf } from "./admin.ts";

type Program = { command: string; version: string };

/** Both its servers take the same words. Always synced: an acknowledged write outlives a kill. */
export async function startSecantus(
  { command, version }: Program,
  dir: string,
  signal: AbortSignal,
): Promise<Server> {
  mkdirSync(dir, { recursive: true });
  // An own, empty file keeps out the settings a user may have elsewhere.
  const settings = join(dir, "secantusd.toml");
  writeFileSync(settings, "");
  const place = (port: number) => [
    "--host",
    "127.0.0.1",
    "--port",
    String(port),
    "--storage-path",
    join(dir, "data"),
  ];
  return startLocal({
    command,
    args: (port) => ["--config", settings, ...place(port), "--cache-size", "1G", "--sync-on-commit"],
    dir,
    url: urlOf,
    // Asked, it names the MongoDB whose behaviour it follows.
    ping: async (port) => `${version} (as MongoDB ${await pingStorage(urlOf(port))})`,
    signal,
  });
}
