import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { cacheDir, root } from "../paths.ts";

const preload = pathToFileURL(join(root, "scripts", "stop-with-parent.mjs")).href;
const runner = join(root, "node_modules", "moleculer", "bin", "moleculer-runner.js");
/** Why these: docs/decisions/what-a-process-holds.md. deploy/Containerfile has the same. */
export const memoryFlags = [
  "--expose-gc",
  "--heap-growing-percent=100",
  "--max-semi-space-size=8",
  "--v8-pool-size=1",
];
/** What one start has compiled the next finds: Node's own TypeScript stripper, 20 MiB for good, is not even loaded then. */
const compiled = { NODE_COMPILE_CACHE: join(cacheDir, "compiled") };
export const malloc = { MALLOC_ARENA_MAX: "1", MALLOC_MMAP_THRESHOLD_: "131072" };
const flags = ["--disable-proto=delete", ...memoryFlags, "--import", preload];
const settings = ["--config", "moleculer.config.ts", "--mask", "**/*.service.ts"];

/** Starts Moleculer's runner with some services in one process. What it prints goes where ours does, or is read: `pipe`. */
export function spawnApp(
  services: string[],
  env: NodeJS.ProcessEnv,
  args: string[] = [],
  prints: "inherit" | "pipe" = "inherit",
): ChildProcess {
  const selection = { SERVICEDIR: "services", SERVICES: services.join(",") };
  return spawn(process.execPath, [...flags, runner, ...settings, ...args], {
    cwd: root,
    env: { ...malloc, ...compiled, ...env, ...selection },
    stdio: ["inherit", prints, prints, "ipc"],
    // Out of the terminal's group: Ctrl-C comes through us, once. A REPL needs the terminal for itself.
    detached: !args.includes("--repl"),
  });
}

const secondsToDrain = 25;

/** Asks for a drain and waits for it. */
export async function stopApp(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = new Promise((done) => child.once("exit", done));
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), secondsToDrain * 1_000);
  await ended;
  clearTimeout(timer);
}

export const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

/** Whether it came to serve: it says so itself, since at its address somebody else may answer. False when it ended first. */
export function hasStarted(child: ChildProcess): Promise<boolean> {
  return new Promise((done) => {
    child.on("message", (word) => word === "started" && done(true));
    child.once("exit", () => done(false));
  });
}

/** Waits until the portal says it is ready; gives up when `given` says so. */
export async function untilReady(address: string, gaveUp: () => boolean): Promise<boolean> {
  while (!gaveUp()) {
    try {
      const reply = await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(2_000) });
      await reply.body?.cancel();
      if (reply.status === 200) return true;
    } catch {
      // Not listening yet.
    }
    await pause(50);
  }
  return false;
}
