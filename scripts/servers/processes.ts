import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { isAlive } from "../lock.mjs";
import { output } from "./programs.ts";

/** The words with which a process was started. */
export async function commandOf(pid: number): Promise<string> {
  if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  return output("ps", ["-o", "args=", "-p", String(pid)]);
}

export async function stopProcess(pid: number, patience = 10_000): Promise<void> {
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
