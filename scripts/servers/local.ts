import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { isAlive } from "../lock.mjs";
import { Advice } from "../progress.mjs";
import { fullDisk } from "../remedy.mjs";
import { dropNote, leftover, type Note, note, noted, serves, stopLeftover } from "./note.ts";
import { stopProcess } from "./processes.ts";
import { lastLines } from "./programs.ts";
import type { Server } from "./rung.ts";
import { isUsed, shared, usersOf, whileNobodyStarts } from "./users.ts";

export type LocalProgram = {
  command: string;
  /** Listens on 127.0.0.1 and this port. One of the arguments holds `dir`: by it a leftover is recognised. */
  args(port: number): string[];
  dir: string;
  url(port: number): string;
  /** Gives the version once the server is ready for work; throws before, and when it has panicked. */
  ping(port: number, signal: AbortSignal): Promise<string>;
  signal: AbortSignal;
};

const secondsForOthers = 5;
const secondsToRevive = 30;
const askEveryMs = 5_000;

/**
 * Starts a server of this machine, or shares the one that still serves this folder. It gets a process group of its
 * own, so that Ctrl-C reaches it only through us, after its users have drained.
 */
export function startLocal(program: LocalProgram): Promise<Server> {
  const { dir } = program;
  mkdirSync(dir, { recursive: true });
  return aloneWithRoom(dir, async () => {
    const before = noted(dir);
    const left = await leftover(dir);
    const version = left && (await askLeftover(program, left));
    if (left && version) return serverOf(program, left, version);
    if (left) await stopProcess(left.pid);
    const port = await freePort(before?.port);
    const started = await startAnew(program, port);
    return serverOf(program, { port, pid: started.pid }, started.version);
  });
}

/** A full disk is for the reader to mend, and ends a start: no other server works on it either. */
async function aloneWithRoom<T>(dir: string, work: () => Promise<T>): Promise<T> {
  try {
    return await whileNobodyStarts(dir, work);
  } catch (error) {
    const full = fullDisk(dir);
    throw full ? new Advice(`${full}\n  (${error instanceof Error ? error.message : error})`) : error;
  }
}

/** Its version; undefined of one to be started again. One that others use is waited for, and is then theirs to end. */
async function askLeftover(program: LocalProgram, { pid, port }: Note): Promise<string | undefined> {
  const users = usersOf(program.dir);
  const limit = performance.now() + (users.length ? secondsForOthers * 1_000 : 0);
  do {
    try {
      return await program.ping(port, program.signal);
    } catch (error) {
      if (isPanic(error)) return undefined;
    }
    await pause(50);
  } while (performance.now() < limit);
  if (!users.length || !isAlive(pid)) return undefined;
  throw new Advice(
    `The server of ${program.dir} (process ${pid}) does not answer. It is left as it is, for process ${users.join(", ")} uses it. Try again in a minute. Should it be frozen, end it with \`kill -9 ${pid}\`: a portal that runs starts it again.`,
  );
}

const isPanic = (error: unknown) => error instanceof Error && /panic/i.test(error.message);

async function startAnew(program: LocalProgram, port: number): Promise<{ pid: number; version: string }> {
  const { dir } = program;
  const logFile = join(dir, "server.log");
  const log = openSync(logFile, "w");
  const child = spawn(program.command, program.args(port), { detached: true, stdio: ["ignore", log, log] });
  closeSync(log);
  child.unref();
  const lastWords = () => lastLines(readFileSync(logFile, "utf8")) || "without a word";
  let end: (() => string) | undefined;
  child.on("error", (error) => {
    end = () => error.message;
  });
  child.on("exit", (code, signal) => {
    end = () => `ended at once (${signal ?? code}): ${lastWords()}`;
  });
  try {
    if (child.pid) note(dir, { pid: child.pid, port });
    const version = await untilReady(program, port, () => end?.());
    return { pid: child.pid ?? 0, version };
  } catch (error) {
    if (child.pid) await stopProcess(child.pid, 1_000);
    if (!isUsed(dir)) dropNote(dir);
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
  let asked = performance.now();

  async function hasPanicked(): Promise<boolean> {
    if (performance.now() - asked < askEveryMs) return false;
    asked = performance.now();
    return program.ping(port, AbortSignal.timeout(askEveryMs)).then(() => false, isPanic);
  }

  async function revive(): Promise<boolean> {
    if (noted(dir)?.pid === running && isAlive(running) && !(await hasPanicked())) return false;
    return aloneWithRoom(dir, bringBack);
  }

  async function bringBack(): Promise<boolean> {
    // On an empty folder the portal would go on from where it stood, and write a log with a hole.
    if (!noted(dir)) throw new Error(`${dir} was removed while it was used. End this start, and start again`);
    const left = await leftover(dir);
    if (left && left.port !== port)
      throw new Error(`another start has it at port ${left.port}. End this start, and start again`);
    if (left && left.pid !== running) {
      // Another start that shares it was quicker.
      running = left.pid;
      return false;
    }
    if (left) await stopProcess(left.pid);
    const signal = AbortSignal.timeout(secondsToRevive * 1_000);
    running = (await startAnew({ ...program, signal }, port)).pid;
    return true;
  }

  const stopShared = shared(dir, async () => {
    await stopLeftover(dir);
    dropNote(dir);
  });

  async function stop(): Promise<void> {
    await stopShared();
    // Its note went with the folder: nobody else will find it.
    if (noted(dir)?.pid !== running && (await serves(running, dir))) await stopProcess(running);
  }

  return { url: url(port), version, revive, stop };
}

/** The wished one if it is free. */
export function freePort(wish = 0): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.on("error", (error) => (wish ? done(freePort()) : fail(error)));
    probe.listen(wish, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => done(port));
    });
  });
}
