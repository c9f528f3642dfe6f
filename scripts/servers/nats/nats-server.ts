import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { startLocal } from "../local.ts";
import { onPath } from "../programs.ts";
import type { Rung, Server } from "../rung.ts";
import { greeting, urlOf } from "./info.ts";

const program = "nats-server";

export const natsServer: Rung = {
  name: "nats-server",
  title: "nats-server on the PATH",
  patience: 10_000,
  possible: async () => (onPath(program) ? undefined : `${program} is not on the PATH`),
  start: (dir, { signal }) => startNats(onPath(program) ?? program, dir, signal),
};

export function startNats(command: string, dir: string, signal: AbortSignal): Promise<Server> {
  // Nothing is kept in it (docs/decisions/no-jetstream-between-services.md): by its folder a leftover is recognised.
  const store = join(dir, "jetstream");
  mkdirSync(store, { recursive: true });
  return startLocal({
    command,
    args: (port) => ["--addr", "127.0.0.1", "--port", String(port), "--jetstream", "--store_dir", store],
    dir,
    url: urlOf,
    ping: (port) => greeting(urlOf(port)),
    signal,
  });
}
