import { globSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isAlive } from "./lock.mjs";

/** A folder in which each process that takes part has a note, named after its number. */
export function notePid(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, String(process.pid)), "");
}

export const dropPid = (folder: string) => rmSync(join(folder, String(process.pid)), { force: true });

/** The processes that take part and live. Notes of those that died are cleared away. */
export function pidsIn(folder: string): number[] {
  const noted = globSync("*", { cwd: folder }).map(Number);
  for (const pid of noted) if (!isAlive(pid)) rmSync(join(folder, String(pid)), { force: true });
  return noted.filter((pid) => isAlive(pid));
}
