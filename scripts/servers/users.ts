import { join } from "node:path";
import { exclusively } from "../lock.mjs";
import { dropPid, notePid, pidsIn } from "../pids.ts";

const folderOf = (dir: string) => join(dir, "users");

/** Two starts in one checkout use one server, and either may end first: gives a stop that only the last one carries out. */
export function shared(dir: string, stop: () => Promise<unknown>): () => Promise<void> {
  notePid(folderOf(dir));
  return () =>
    whileNobodyStarts(dir, async () => {
      dropPid(folderOf(dir));
      if (!isUsed(dir)) await stop();
    });
}

/** The processes that use it. */
export const usersOf = (dir: string): number[] => pidsIn(folderOf(dir));

export const isUsed = (dir: string): boolean => usersOf(dir).length > 0;

/** Who starts the server of this folder, or stops it, does so alone. */
export const whileNobodyStarts = <T>(dir: string, work: () => Promise<T>): Promise<T> =>
  exclusively(join(dir, "starting.lock"), work);
