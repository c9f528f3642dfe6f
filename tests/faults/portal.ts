import type { ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { CrashPoint } from "#shared/log/crash.ts";
import { hasEnded, spawnApp, stopApp, untilReady } from "../../scripts/app/process.ts";
import { serviceNames } from "../../scripts/app/services.ts";
import { freePort } from "../../scripts/servers/local.ts";

export type Shape = "one process" | "cluster";
export type Death = {
  name: string;
  /** The crash point this life was to die at. */
  point: CrashPoint | undefined;
  code: number | null;
  signal: string | null;
};

/** The portal in processes of its own. What dies is started again, until it is stopped here. */
export type Portal = {
  url: string;
  names: string[];
  deaths: Death[];
  /** After each death, the ms until the portal said again that it was ready. */
  recoveries: number[];
  pid(name: string): number | undefined;
  kill(name: string, signal?: NodeJS.Signals): void;
  /** Waits until the portal says that it is ready, and gives how long that took, in ms. */
  ready(ms?: number): Promise<number>;
  /** Asks a process to end, and gives its exit code. It is not started again. */
  end(name: string): Promise<{ code: number | null; ms: number }>;
  stop(): Promise<void>;
};

type Settings = {
  mongoUri: string;
  natsUrl?: string | undefined;
  /** Crash points of a process: its first life dies at the first, its second at the second. */
  lives?: (name: string) => readonly CrashPoint[];
  /** More settings of a process. */
  own?: (name: string) => NodeJS.ProcessEnv;
  /** Hears what the processes print, instead of whoever runs the specs. */
  hear?: (printed: string) => void;
  /** How many processes of a service, where it is not one. */
  copies?: Record<string, number>;
};

export const secret = "a-secret-for-fault-tests-of-32-characters";

const restartMs = 100;

/** One process with all services, or one for each service, and two for those of `copies`. */
export async function startPortal(shape: Shape, settings: Settings): Promise<Portal> {
  const { lives = () => [], own = () => ({}), hear, copies = { missions: 2 } } = settings;
  const port = String(await freePort());
  const env = { ...environment(settings), PORT: port };
  const url = `http://127.0.0.1:${port}`;
  const deaths: Death[] = [];
  const recoveries: number[] = [];
  const running = new Map<string, ChildProcess>();
  const stopping = new Set<string>();

  function start(name: string, services: string[], points: readonly CrashPoint[]) {
    const [point, ...later] = points;
    const settled = { ...env, ...own(name), ...(point && { CAUSEWAY_CRASH_AT: point }) };
    const child = spawnApp(services, settled, [], hear ? "pipe" : "inherit");
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (data) => hear?.(String(data)));
    running.set(name, child);
    child.once("exit", (code, signal) => {
      if (stopping.has(name)) return;
      deaths.push({ name, point, code, signal });
      setTimeout(() => stopping.has(name) || start(name, services, later), restartMs);
      ready(url, 60_000).then(
        (ms) => recoveries.push(ms),
        () => {},
      );
    });
  }

  for (const [name, services] of processes(shape, copies)) start(name, services, lives(name));
  const portal: Portal = {
    url,
    names: [...running.keys()],
    deaths,
    recoveries,
    pid(name) {
      const child = running.get(name);
      return child && !hasEnded(child) ? child.pid : undefined;
    },
    kill: (name, signal = "SIGKILL") => void running.get(name)!.kill(signal),
    ready: (ms = 60_000) => ready(url, ms),
    async end(name) {
      stopping.add(name);
      const child = running.get(name)!;
      const began = performance.now();
      await stopApp(child);
      return { code: child.exitCode, ms: Math.round(performance.now() - began) };
    },
    async stop() {
      for (const name of running.keys()) stopping.add(name);
      await Promise.all([...running.values()].map(stopApp));
    },
  };
  try {
    await portal.ready();
  } catch (error) {
    await portal.stop();
    throw error;
  }
  return portal;
}

function processes(shape: Shape, copies: Record<string, number>): [name: string, services: string[]][] {
  if (shape === "one process") return [["portal", serviceNames()]];
  return serviceNames().flatMap((service): [string, string[]][] => {
    const count = copies[service] ?? 1;
    if (count === 1) return [[service, [service]]];
    return Array.from({ length: count }, (_, n) => [`${service}-${n + 1}`, [service]]);
  });
}

function environment({ mongoUri, natsUrl }: Settings): NodeJS.ProcessEnv {
  const { NATS_URL: _given, METRICS_PORT: _port, ...rest } = process.env;
  return {
    ...rest,
    MONGODB_URI: mongoUri,
    ...(natsUrl && { NATS_URL: natsUrl }),
    CAUSEWAY_SECRET: secret,
    CAUSEWAY_DEMO: "1",
    CAUSEWAY_NAMESPACE: `faults-${randomBytes(4).toString("hex")}`,
    LOG_LEVEL: process.env.LOG_LEVEL ?? "fatal",
    HOST: "127.0.0.1",
  };
}

async function ready(url: string, ms: number): Promise<number> {
  const began = performance.now();
  const passed = () => Math.round(performance.now() - began);
  if (await untilReady(url, () => passed() > ms)) return passed();
  throw new Error(`The portal was not ready at ${url} within ${ms} ms.`);
}

/** Resident memory of a process, in MiB; undefined where the system does not tell. */
export function residentMiB(pid: number | undefined): number | undefined {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]);
    return Math.round((pages * 4_096) / 2 ** 20);
  } catch {
    return undefined;
  }
}

/** Looks again and again until it is true. */
export async function until(
  what: string,
  isTrue: () => Promise<boolean> | boolean,
  ms = 30_000,
  every = 50,
): Promise<void> {
  const end = performance.now() + ms;
  while (!(await isTrue())) {
    if (performance.now() > end) throw new Error(`${what}: not within ${ms} ms.`);
    await sleep(every);
  }
}
