import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { isAlive } from "../lock.mjs";
import { lastLines, output } from "./programs.ts";
import type { Server } from "./rung.ts";
import { shared, whileNobodyStarts } from "./users.ts";

export type LocalProgram = {
  command: string;
  /** Listens on 127.0.0.1 and this port. One of the arguments holds `dir`: by it a leftover is recognised. */
  args(port: number): string[];
  dir: string;
  url(port: number): string;
  /** Gives the version once the server is ready for work; throws before. */
  ping(port: number, signal: AbortSignal): Promise<string>;
  signal: AbortSignal;
};

type Note = { pid: number; port: number };

/**
 * Starts a server of this machine, or shares the one that still serves this folder. It gets a process group of its
 * own, so that Ctrl-C reaches it only through us, after its users have drained.
 */
export function startLocal(program: LocalProgram): Promise<Server> {
  mkdirSync(program.dir, { recursive: true });
  return whileNobodyStarts(program.dir, async () => {
    const left = await leftover(program.dir);
    const version = left && (await program.ping(left.port, program.signal).catch(() => undefined));
    if (left && version) return serverOf(program, left, version);
    if (left) await stopProcess(left.pid);
    const port = await freePort();
    const started = await startAnew(program, port);
    return serverOf(program, { port, pid: started.pid }, started.version);
  });
}

async function startAnew(program: LocalProgram, port: number): Promise<{ pid: number; version: string }> {
  const logFile = join(program.dir, "server.log");
  const log = openSync(logFile, "w");
  const child = spawn(program.command, program.args(port), { detached: true, stdio: ["ignore", log, log] });
  closeSync(log);
  child.unref();
  let ended: string | undefined;
  child.on("error", (error) => {
    ended = error.message;
  });
  child.on("exit", (code, signal) => {
    ended = `ended at once (${signal ?? code}): ${lastLines(readFileSync(logFile, "utf8")) || "without a word"}`;
  });
  if (child.pid) note(program.dir, { pid: child.pid, port });
  try {
    const version = await untilReady(program, port, () => ended);
    return { pid: child.pid ?? 0, version };
  } catch (error) {
    if (child.pid) await stopProcess(child.pid, 1_000);
    rmSync(noteFile(program.dir), { force: true });
    throw error;
  }
}

async function untilReady(
  program: LocalProgram,
  port: number,
  ended: () => string | undefined,
): Promise<string> {
  let last = "";
  while (!program.signal.aborted) {
    const end = ended();
    if (end) throw new Error(end);
    try {
      return await program.ping(port, program.signal);
    } catch (error) {
      last = error instanceof Error ? error.message : String(error);
    }
    await pause(50);
  }
  throw new Error(`started, but did not answer in time (${last})`);
}

function serverOf(program: LocalProgram, { pid, port }: Note, version: string): Server {
  const { dir, url } = program;
  let running = pid;
  const revive = async () => {
    if (isAlive(running)) return false;
    return whileNobodyStarts(dir, async () => {
      // Another start that shares it may have been quicker.
      const left = await leftover(dir);
      const signal = AbortSignal.timeout(secondsToRevive * 1_000);
      running = (left ?? (await startAnew({ ...program, signal }, port))).pid;
      return !left;
    });
  };
  const stop = async () => {
    await stopLeftover(dir);
    rmSync(noteFile(dir), { force: true });
  };
  return { url: url(port), version, revive, stop: shared(dir, stop) };
}

const secondsToRevive = 30;

const noteFile = (dir: string) => join(dir, "server.json");
const note = (dir: string, content: Note) => writeFileSync(noteFile(dir), JSON.stringify(content));

/** The server that an earlier run, perhaps killed, left behind for this folder. */
async function leftover(dir: string): Promise<Note | undefined> {
  try {
    const left: Note = JSON.parse(readFileSync(noteFile(dir), "utf8"));
    // Numbers of processes come round again: only one that has our folder among its words is ours.
    if (isAlive(left.pid) && (await commandOf(left.pid)).includes(dir)) return left;
  } catch {
    // No note, or half of one: nothing to find.
  }
  rmSync(noteFile(dir), { force: true });
  return undefined;
}

/** Stops what an earlier run left behind for this folder, if anything. */
export async function stopLeftover(dir: string): Promise<void> {
  const left = await leftover(dir);
  if (left) await stopProcess(left.pid);
}

async function commandOf(pid: number): Promise<string> {
  if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  return output("ps", ["-o", "args=", "-p", String(pid)]);
}

async function stopProcess(pid: number, patience = 10_000): Promise<void> {
  signalTo(pid, "SIGTERM");
  if (await hasEnded(pid, patience)) return;
  signalTo(pid, "SIGKILL");
  // One that nobody collects stays in the table as a zombie: no reason to wait for ever.
  await hasEnded(pid, 5_000);
}

async function hasEnded(pid: number, patience: number): Promise<boolean> {
  const began = performance.now();
  while (isAlive(pid) && performance.now() - began < patience) await pause(20);
  return !isAlive(pid);
}

function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended meanwhile.
  }
}

export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.on("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => done(port));
    });
  });
}
