import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { connect, createServer, type Socket, type Server as TcpServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chooseServer } from "../../scripts/servers/choose.ts";
import { mongodb } from "../../scripts/servers/mongodb.ts";
import { nats } from "../../scripts/servers/nats.ts";
import type { Ladder, Rung, Server } from "../../scripts/servers/rung.ts";

/** A server of a spec's own, behind an address that stays the same however often it is killed and started. */
export type OwnServer = {
  url: string;
  version: string;
  /** Where it writes. */
  home: string;
  signal(signal: NodeJS.Signals): void;
  /** Starts it again; `empty` without what it had stored. */
  start(options?: { empty?: boolean }): Promise<void>;
  stop(): Promise<void>;
};

export const startMongoDb = () => startOwn(mongodb);
export const startNats = () => startOwn(nats);

/** A signal needs a process of this machine, which a container or someone else's server is not. */
const local = new Set(["mongod", "download", "secantus-rs", "secantus-py", "nats-server", "debian", "go"]);

async function startOwn(ladder: Ladder): Promise<OwnServer> {
  const home = mkdtempSync(join(tmpdir(), "causeway-own-"));
  const own: Ladder = { ...ladder, rungs: ladder.rungs.filter(({ name }) => local.has(name)) };
  const wish = process.env[ladder.forcedBy];
  const forced = wish && local.has(wish) ? wish : undefined;
  const { rung, server } = await chooseServer(own, { forced, last: undefined }, home, true);
  let running: Server = server;
  let data = join(home, rung.name);
  const door = await openDoor(() => Number(new URL(running.url).port));
  const url = new URL(running.url);
  url.port = String(door.port);

  return {
    url: url.href.replace(/\/$/, ""),
    version: `${rung.title}, ${server.version}`,
    home,
    signal: (signal) => process.kill(pidIn(data), signal),
    async start({ empty = false } = {}) {
      await running.stop();
      if (empty) {
        data = join(home, `${rung.name}-anew`);
        rmSync(data, { recursive: true, force: true });
      }
      running = await startRung(rung, data);
    },
    async stop() {
      door.close();
      await running.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

const startRung = (rung: Rung, dir: string) =>
  rung.start(dir, { signal: AbortSignal.timeout(rung.patience), keep: true });

/** The note that the scripts keep of each server they start. */
const pidIn = (dir: string): number => JSON.parse(readFileSync(join(dir, "server.json"), "utf8")).pid;

/** Passes bytes on to whichever port the server has now. Where nothing listens, it hangs up. */
async function openDoor(portOf: () => number) {
  const open = new Set<Socket>();
  const door: TcpServer = createServer((near) => {
    const far = connect({ host: "127.0.0.1", port: portOf() });
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket);
      socket.setNoDelay(true);
      socket.on("error", () => {});
      socket.on("close", () => {
        open.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  });
  await new Promise<void>((listening) => door.listen(0, "127.0.0.1", listening));
  return {
    port: (door.address() as { port: number }).port,
    close() {
      door.close();
      for (const socket of open) socket.destroy();
    },
  };
}
