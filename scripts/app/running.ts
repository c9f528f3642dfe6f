import { join } from "node:path";
import { dataDir } from "../paths.ts";
import { dropPid, notePid, pidsIn } from "../pids.ts";

const folder = join(dataDir, "running");

/** Notes until this process ends that it runs the portal on the data of this checkout. */
export function noteRunning(): void {
  if (process.env.MONGODB_URI) return;
  notePid(folder);
  process.on("exit", () => dropPid(folder));
}

/** The process that runs the portal on the data of this checkout, if any. */
export const runningProcess = (): number | undefined => pidsIn(folder)[0];
