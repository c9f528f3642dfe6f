import { globSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isAlive } from "../lock.mjs";
import { dataDir } from "../paths.ts";

const folder = join(dataDir, "running");

/** Notes until this process ends that it runs the portal on the data of this checkout. */
export function noteRunning(): void {
  if (process.env.MONGODB_URI) return;
  const note = join(folder, String(process.pid));
  mkdirSync(folder, { recursive: true });
  writeFileSync(note, "");
  process.on("exit", () => rmSync(note, { force: true }));
}

/** The process that runs the portal on the data of this checkout, if any. */
export function runningProcess(): number | undefined {
  const noted = globSync("*", { cwd: folder }).map(Number);
  for (const pid of noted) if (!isAlive(pid)) rmSync(join(folder, String(pid)), { force: true });
  return noted.find((pid) => isAlive(pid));
}
