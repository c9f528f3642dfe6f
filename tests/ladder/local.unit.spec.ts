import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { isAlive } from "../../scripts/lock.mjs";
import { mongod } from "../../scripts/servers/mongodb/mongod.ts";
import { natsServer } from "../../scripts/servers/nats/nats-server.ts";
import type { Server } from "../../scripts/servers/rung.ts";
import { greeter, type Machine, mute, newMachine } from "./stand-ins.ts";

let machine: Machine;
let dir: string;
const started: Server[] = [];

beforeEach(() => {
  machine = newMachine();
  dir = join(machine.home, "data");
});

afterEach(async () => {
  for (const server of started.splice(0)) await server.stop();
  machine.remove();
});

const options = (patience: number) => ({ signal: AbortSignal.timeout(patience), keep: false });

async function startNats(patience = 5_000): Promise<Server> {
  const server = await natsServer.start(dir, options(patience));
  started.push(server);
  return server;
}

const noted = (): { pid: number; port: number } => JSON.parse(readFileSync(join(dir, "server.json"), "utf8"));

const note = (content: { pid: number; port: number }) => {
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, "server.json"), JSON.stringify(content));
};

const noteUser = (pid: number) => {
  mkdirSync(join(dir, "users"), { recursive: true });
  writeFileSync(join(dir, "users", String(pid)), "");
};

async function kill(pid: number): Promise<void> {
  process.kill(pid, "SIGKILL");
  while (isAlive(pid)) await pause(20);
}

/** The number of a process that has ended. */
function endedProcess(): Promise<number> {
  const child = spawn(process.execPath, ["--version"], { stdio: "ignore" });
  return new Promise((done) => child.on("exit", () => done(child.pid ?? 0)));
}

describe("a program on the PATH", () => {
  test("that is missing is said to be missing", async () => {
    expect(await natsServer.possible()).toBe("nats-server is not on the PATH");
    expect(await mongod.possible()).toBe("mongod is not on the PATH");
  });

  test("that answers serves, and is gone after its stop", async () => {
    machine.nodeProgram("nats-server", greeter("9.8.7"));
    expect(await natsServer.possible()).toBeUndefined();
    const server = await startNats();
    const { pid, port } = noted();
    expect(server).toMatchObject({ url: `nats://127.0.0.1:${port}`, version: "9.8.7" });
    expect(isAlive(pid)).toBe(true);
    await server.stop();
    expect(isAlive(pid)).toBe(false);
    expect(noted).toThrow();
  });

  test("that ends at once is told with its last words", async () => {
    machine.program("mongod", 'echo "data directory is locked" >&2; exit 48');
    await expect(mongod.start(dir, options(5_000))).rejects.toThrow(
      "ended at once (48): data directory is locked",
    );
  });

  test("that never answers is given up in time and does not stay", async () => {
    machine.nodeProgram("nats-server", mute);
    const starting = natsServer.start(dir, options(800));
    await expect(starting).rejects.toThrow(
      "did not answer in time (it connects but does not greet as NATS does)",
    );
    expect(noted).toThrow();
  });

  test("that does not even listen is given up in time", async () => {
    machine.program("mongod", "exec /bin/sleep 60");
    await expect(mongod.start(dir, options(600))).rejects.toThrow(/did not answer in time/);
  });
});

describe("what an earlier run left", () => {
  beforeEach(() => machine.nodeProgram("nats-server", greeter("1.0.0")));

  test("is taken over when it still answers, and stopped with its new user", async () => {
    const first = await startNats();
    rmSync(join(dir, "users"), { recursive: true });
    noteUser(await endedProcess());
    const second = await natsServer.start(dir, options(5_000));
    expect(second.url).toBe(first.url);
    const { pid } = noted();
    await second.stop();
    expect(isAlive(pid)).toBe(false);
  });

  test("is shared, and outlives whoever started it as long as another run uses it", async () => {
    const first = await natsServer.start(dir, options(5_000));
    const { pid } = noted();
    const other = spawn("/bin/sleep", ["60"], { stdio: "ignore" });
    noteUser(other.pid ?? 0);
    await first.stop();
    expect(isAlive(pid)).toBe(true);
    const ended = once(other, "exit");
    other.kill();
    await ended;
    await (await startNats()).stop();
    expect(isAlive(pid)).toBe(false);
  });

  test("is stopped when it is there but mute", async () => {
    machine.nodeProgram("mute", mute);
    const child = spawn(join(machine.home, "bin", "mute"), ["--port", "0", dir], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    const ended = once(child, "exit");
    // Its command line is empty for a moment while the shell gives way to the program.
    await once(child.stdout, "data");
    note({ pid: child.pid ?? 0, port: 1 });
    await startNats();
    await ended;
    expect(noted().pid).not.toBe(child.pid);
  });

  test("is left as it is when it is mute and others use it, and it is said what to do", async () => {
    machine.nodeProgram("mute", mute);
    const child = spawn(join(machine.home, "bin", "mute"), ["--port", "0", dir], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    await once(child.stdout, "data");
    note({ pid: child.pid ?? 0, port: 1 });
    noteUser(process.pid);
    await expect(startNats(10_000)).rejects.toThrow(
      `is left as it is, for process ${process.pid} uses it. Try again in a minute. Should it be frozen, end it with \`kill -9 ${child.pid}\``,
    );
    expect([isAlive(child.pid), noted()]).toEqual([true, { pid: child.pid, port: 1 }]);
    child.kill("SIGKILL");
  });

  test("serves at its old port again, where its other users ask, when it has ended", async () => {
    const first = await startNats();
    await kill(noted().pid);
    const second = await startNats();
    expect(second.url).toBe(first.url);
    expect(await first.revive?.()).toBe(false);
  });

  test("is forgotten when its process has ended", async () => {
    note({ pid: await endedProcess(), port: 1 });
    expect((await startNats()).version).toBe("1.0.0");
  });

  test("is let alone when its number now belongs to another program", async () => {
    const stranger = spawn("/bin/sleep", ["60"], { stdio: "ignore" });
    note({ pid: stranger.pid ?? 0, port: 1 });
    await startNats();
    expect(isAlive(stranger.pid)).toBe(true);
    stranger.kill();
  });
});

describe("a server in use", () => {
  beforeEach(() => machine.nodeProgram("nats-server", greeter("1.0.0")));

  test("whose folder is removed is not brought back empty, and still goes when its user ends", async () => {
    const server = await startNats();
    const { pid } = noted();
    rmSync(dir, { recursive: true });
    await expect(server.revive?.()).rejects.toThrow("was removed while it was used. End this start");
    expect(isAlive(pid)).toBe(true);
    await server.stop();
    expect(isAlive(pid)).toBe(false);
  });

  test("whose folder is removed goes when its user ends, though another start has begun anew there", async () => {
    const first = await natsServer.start(dir, options(5_000));
    const { pid } = noted();
    rmSync(dir, { recursive: true });
    const second = await startNats();
    expect(second.url).not.toBe(first.url);
    await expect(first.revive?.()).rejects.toThrow("another start has it at port");
    const other = spawn("/bin/sleep", ["60"], { stdio: "ignore" });
    noteUser(other.pid ?? 0);
    await first.stop();
    expect([isAlive(pid), isAlive(noted().pid)]).toEqual([false, true]);
    const ended = once(other, "exit");
    other.kill();
    await ended;
  });

  test("that another start has at another port is not taken for the one at ours", async () => {
    const server = await startNats();
    await kill(noted().pid);
    const child = spawn(join(machine.home, "bin", "nats-server"), ["--port", "0", dir], { stdio: "ignore" });
    await pause(200);
    note({ pid: child.pid ?? 0, port: 1 });
    await expect(server.revive?.()).rejects.toThrow("another start has it at port 1. End this start");
  });
});
