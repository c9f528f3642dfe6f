import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { root } from "../paths.ts";

const running = new Set<ChildProcess>();

export type Ending = { ok: boolean; why: string };

/**
 * Runs a Node program with its output shown as it comes.
 * `leaves` is a file it writes when its work is done: a program that then hangs for a minute is stopped and has failed.
 */
export function runNode(
  args: string[],
  env: NodeJS.ProcessEnv,
  limitMs: number,
  leaves?: string,
): Promise<Ending> {
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ["ignore", "inherit", "inherit"] });
  running.add(child);
  let why = "";
  const stop = (reason: string) => {
    why = reason;
    child.kill("SIGKILL");
  };
  const deadline = setTimeout(
    () => stop(`took longer than ${Math.round(limitMs / 60_000)} minutes`),
    limitMs,
  );
  let seenFor = 0;
  const watch = setInterval(() => {
    if (leaves && existsSync(leaves) && ++seenFor > 60)
      stop("did not exit after its last test: something is left open");
  }, 1_000);
  return new Promise((done) => {
    const end = (ending: Ending) => {
      clearTimeout(deadline);
      clearInterval(watch);
      running.delete(child);
      done(ending);
    };
    child.on("error", (error) => end({ ok: false, why: error.message }));
    child.on("close", (code, signal) => end({ ok: code === 0, why: why || `ended with ${signal ?? code}` }));
  });
}

export function stopAll(): void {
  for (const child of running) child.kill("SIGTERM");
}
