import { startLocal } from "../local.ts";
import { onPath } from "../programs.ts";
import type { Rung, Server } from "../rung.ts";
import { makeReplicaSet, ping, urlOf } from "./admin.ts";

export const mongod: Rung = {
  name: "mongod",
  title: "mongod on the PATH",
  patience: 30_000,
  possible: async () => (onPath("mongod") ? undefined : "mongod is not on the PATH"),
  start: (dir, { signal }) => startMongod(onPath("mongod") ?? "mongod", dir, signal),
};

export async function startMongod(command: string, dir: string, signal: AbortSignal): Promise<Server> {
  const place = (port: number) => ["--dbpath", dir, "--bind_ip", "127.0.0.1", "--port", String(port)];
  return startLocal({
    command,
    args: (port) => [...place(port), "--replSet", "rs0", "--wiredTigerCacheSizeGB", "1"],
    dir,
    url: urlOf,
    async ping(port, signal) {
      const version = await ping(urlOf(port));
      await makeReplicaSet(urlOf(port), `127.0.0.1:${port}`, signal);
      return version;
    },
    signal,
  });
}
