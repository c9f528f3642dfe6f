import { existsSync, globSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { exclusively } from "../../lock.mjs";
import { cacheDir } from "../../paths.ts";
import { isRoot, onPath, output } from "../programs.ts";
import type { Rung } from "../rung.ts";
import { startNats } from "./nats-server.ts";

const home = join(cacheDir, "nats-debian");
const program = join(home, "usr", "sbin", "nats-server");

export const debian: Rung = {
  name: "debian",
  title: "Debian's nats-server, unpacked into .cache",
  patience: 90_000,
  async possible() {
    if (existsSync(program)) return undefined;
    return onPath("apt-get") && onPath("dpkg") ? undefined : "apt-get and dpkg are not on the PATH";
  },
  async start(dir, { signal }) {
    await exclusively(`${home}.lock`, () => unpack(signal));
    return startNats(program, dir, signal);
  },
};

async function unpack(signal: AbortSignal): Promise<void> {
  if (existsSync(program)) return;
  const fresh = `${home}.fresh`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  const load = () => output("apt-get", ["download", "nats-server"], { cwd: fresh, signal });
  await load().catch(async (error) => {
    // A fresh Debian has no package lists; only root may fetch them.
    if (!isRoot()) throw error;
    await output("apt-get", ["update"], { signal });
    await load();
  });
  const [archive] = globSync("*.deb", { cwd: fresh });
  if (!archive) throw new Error("apt-get brought no package");
  await output("dpkg", ["-x", join(fresh, archive), home], { signal });
  rmSync(fresh, { recursive: true, force: true });
}
