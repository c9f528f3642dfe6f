import { readdir, readFile } from "node:fs/promises";
import { setPriority } from "node:os";

const threads = "/proc/self/task";
/** Of a core that both want, a thread that gives way gets a tenth. */
const niceness = 10;

/**
 * Passwords are hashed by threads beside the main one, which keep a core busy for as long as many sign in. They
 * give way to it, so that those who are signed in already hardly notice. On Linux alone threads have priorities of their own.
 */
export async function letThreadsGiveWay(): Promise<void> {
  // Reading makes them: there are none until something is asked of them.
  const ids = await readdir(threads).catch(() => []);
  for (const id of ids) {
    const name = await readFile(`${threads}/${id}/comm`, "utf8").catch(() => "");
    if (name.startsWith("libuv-worker")) setPriority(Number(id), niceness);
  }
}
