import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isAlive } from "../lock.mjs";
import { commandOf, stopProcess } from "./processes.ts";

/** Lies beside the data of a server: which process serves it, and where. */
export type Note = { pid: number; port: number };

const noteFile = (dir: string) => join(dir, "server.json");

export const note = (dir: string, content: Note) => writeFileSync(noteFile(dir), JSON.stringify(content));

export const dropNote = (dir: string) => rmSync(noteFile(dir), { force: true });

/** Also of a server that has ended without being stopped: whoever used it asks at that port still. */
export function noted(dir: string): Note | undefined {
  try {
    return JSON.parse(readFileSync(noteFile(dir), "utf8"));
  } catch {
    // No note, or half of one: nothing to find.
    return undefined;
  }
}

/** The server that an earlier run, perhaps killed, left behind for this folder. */
export async function leftover(dir: string): Promise<Note | undefined> {
  const left = noted(dir);
  return left && (await serves(left.pid, dir)) ? left : undefined;
}

/** Numbers of processes come round again: only one that has our folder among its words is ours. */
export async function serves(pid: number, dir: string): Promise<boolean> {
  return isAlive(pid) && (await commandOf(pid).catch(() => "")).includes(dir);
}

/** Stops what an earlier run left behind for this folder, if anything. */
export async function stopLeftover(dir: string): Promise<void> {
  const left = await leftover(dir);
  if (left) await stopProcess(left.pid);
}
