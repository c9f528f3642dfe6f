import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exclusively } from "../../lock.mjs";
import { cacheDir } from "../../paths.ts";
import { ask, onPath, output } from "../programs.ts";
import type { Rung } from "../rung.ts";
import { startSecantus } from "./secantus.ts";

const version = "0.7.0b3";
const home = join(cacheDir, "secantus");
const complete = join(home, "complete");
const windows = process.platform === "win32";
const bin = (name: string) => join(home, windows ? "Scripts" : "bin", windows ? `${name}.exe` : name);

export const secantusPy: Rung = {
  name: "secantus-py",
  title: "SecantusDB's Python server in .cache/secantus",
  patience: 240_000,
  async possible() {
    if (existsSync(complete) || (await python())) return undefined;
    return "no Python from 3.10 with its venv module is on the PATH (on Debian: apt install python3-venv)";
  },
  async start(dir, { signal }) {
    await exclusively(`${home}.lock`, () => install(signal));
    return startSecantus({ command: bin("secantusd-py"), version }, dir, signal);
  },
};

async function install(signal: AbortSignal): Promise<void> {
  if (existsSync(complete)) return;
  const command = await python();
  if (!command) throw new Error("no Python with its venv module is left to complete .cache/secantus");
  rmSync(home, { recursive: true, force: true });
  await output(command, ["-m", "venv", home], { signal });
  await output(
    bin("python"),
    ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", `SecantusDB==${version}`],
    {
      signal,
    },
  );
  // The mark comes last: an installation that broke off is made anew.
  writeFileSync(complete, version);
}

const question = "import sys, venv, ensurepip; print(sys.version_info >= (3, 10))";

async function python(): Promise<string | undefined> {
  for (const name of [
    "python3",
    "python",
    "python3.14",
    "python3.13",
    "python3.12",
    "python3.11",
    "python3.10",
  ]) {
    const command = onPath(name);
    if (command && (await ask(command, ["-c", question])) === "True") return command;
  }
  return undefined;
}
