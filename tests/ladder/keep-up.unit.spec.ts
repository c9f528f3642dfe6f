import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { isAlive } from "../../scripts/lock.mjs";
import { keepUp } from "../../scripts/servers/keep-up.ts";
import { startLocal } from "../../scripts/servers/local.ts";
import { greeting, urlOf } from "../../scripts/servers/nats/info.ts";
import { natsServer } from "../../scripts/servers/nats/nats-server.ts";
import { greeter, type Machine, newMachine } from "./stand-ins.ts";

let machine: Machine;
let dir: string;

beforeEach(() => {
  machine = newMachine();
  dir = join(machine.home, "data");
  machine.nodeProgram("nats-server", greeter("1.0.0"));
});
afterEach(() => machine.remove());

const startNats = () => natsServer.start(dir, { signal: AbortSignal.timeout(5_000), keep: false });
const noted = (): { pid: number; port: number } => JSON.parse(readFileSync(join(dir, "server.json"), "utf8"));

async function until(isTrue: () => boolean): Promise<void> {
  const limit = performance.now() + 10_000;
  while (!isTrue() && performance.now() < limit) await pause(20);
  expect(isTrue()).toBe(true);
}

test("a server that is killed runs again at its address, and it is said", async () => {
  const told: string[] = [];
  const server = keepUp("NATS", await startNats(), (line) => told.push(line));
  const first = noted();
  process.kill(first.pid, "SIGKILL");
  await until(() => told.length > 0);
  const second = noted();
  expect(told[0]).toMatch(/^! NATS had failed, and runs again/);
  expect([second.port, second.pid === first.pid, isAlive(second.pid)]).toEqual([first.port, false, true]);
  await server.stop();
  expect(isAlive(second.pid)).toBe(false);
});

test("a server that lives on in a panic is started again at its address", async () => {
  const program = {
    command: join(machine.home, "bin", "nats-server"),
    args: (port: number) => ["--port", String(port), dir],
    dir,
    url: urlOf,
    async ping(port: number) {
      const version = await greeting(urlOf(port));
      if (version === "panic") throw new Error("WT_PANIC: WiredTiger library panic");
      return version;
    },
    signal: AbortSignal.timeout(5_000),
  };
  const told: string[] = [];
  const server = keepUp("NATS", await startLocal(program), (line) => told.push(line));
  const first = noted();
  process.kill(first.pid, "SIGUSR2");
  await until(() => told.length > 0);
  expect(told[0]).toMatch(/^! NATS had failed, and runs again/);
  expect([noted().port, isAlive(first.pid)]).toEqual([first.port, false]);
  expect(await greeting(server.url)).toBe("1.0.0");
  await server.stop();
});

test("two starts that share a server bring it back once", async () => {
  const told: string[] = [];
  const say = (line: string) => told.push(line);
  const servers = [keepUp("NATS", await startNats(), say), keepUp("NATS", await startNats(), say)];
  process.kill(noted().pid, "SIGKILL");
  await until(() => told.length > 0);
  await pause(1_500);
  expect(told).toHaveLength(1);
  for (const server of servers) await server.stop();
});

test("one that does not start again is told, and tried until it does", async () => {
  const told: string[] = [];
  const server = keepUp("NATS", await startNats(), (line) => told.push(line));
  machine.program("nats-server", 'echo "no space left" >&2; exit 1');
  process.kill(noted().pid, "SIGKILL");
  await until(() => told.length > 1);
  expect(told[0]).toMatch(/^! NATS was not brought back: .*no space left/);
  machine.nodeProgram("nats-server", greeter("1.0.0"));
  await until(() => told.at(-1)?.includes("runs again") ?? false);
  await server.stop();
});

test("it stays down once stopped", async () => {
  const server = keepUp("NATS", await startNats(), () => {});
  const { pid } = noted();
  await server.stop();
  await pause(1_500);
  expect(isAlive(pid)).toBe(false);
  expect(noted).toThrow();
});
