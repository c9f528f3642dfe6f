import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import type { Rung } from "../../scripts/servers/rung.ts";
import { type Machine, newMachine } from "./stand-ins.ts";

let machine: Machine;
let dir: string;

beforeEach(() => {
  machine = newMachine();
  dir = join(machine.home, "data");
  jest.resetModules();
  // What is installed goes into a cache of this test's own, empty at first.
  const paths = { root: machine.home, cacheDir: join(machine.home, "cache"), dataDir: dir };
  jest.unstable_mockModule("../../scripts/paths.ts", () => paths);
});

afterEach(() => machine.remove());

const start = (rung: Rung) => rung.start(dir, { signal: AbortSignal.timeout(5_000), keep: false });
const python = async () => (await import("../../scripts/servers/mongodb/secantus-py.ts")).secantusPy;
const debian = async () => (await import("../../scripts/servers/nats/debian.ts")).debian;
const go = async () => (await import("../../scripts/servers/nats/go.ts")).go;

describe("SecantusDB by Python", () => {
  const none =
    "no Python from 3.10 with its venv module is on the PATH (on Debian: apt install python3-venv)";

  test("needs a Python", async () => {
    expect(await (await python()).possible()).toBe(none);
  });

  test("needs one that is new enough", async () => {
    machine.program("python3", "echo False");
    expect(await (await python()).possible()).toBe(none);
  });

  test("needs the venv module, and takes the first Python that has it", async () => {
    machine.program("python3", 'echo "No module named ensurepip" >&2; exit 1');
    expect(await (await python()).possible()).toBe(none);
    machine.program("python3.12", "echo True");
    expect(await (await python()).possible()).toBeUndefined();
  });

  test("tells why the installation failed, and tries it anew the next time", async () => {
    machine.program(
      "python3",
      'case "$1" in -c) echo True;; *) echo "no space left on device" >&2; exit 1;; esac',
    );
    const rung = await python();
    await expect(start(rung)).rejects.toThrow(/-m venv .* failed:\nno space left on device/);
    machine.program("python3", 'case "$1" in -c) echo True;; *) echo "another word" >&2; exit 1;; esac');
    await expect(start(rung)).rejects.toThrow("another word");
  });
});

describe("NATS by Debian's package", () => {
  test("needs apt-get and dpkg", async () => {
    machine.program("apt-get", "exit 0");
    expect(await (await debian()).possible()).toBe("apt-get and dpkg are not on the PATH");
  });

  test("tells the words of an apt-get that fails", async () => {
    machine.program("apt-get", 'echo "E: Unable to fetch" >&2; exit 100');
    machine.program("dpkg", "exit 0");
    const rung = await debian();
    expect(await rung.possible()).toBeUndefined();
    await expect(start(rung)).rejects.toThrow("E: Unable to fetch");
  });

  test("does not take an apt-get that brings nothing for success", async () => {
    machine.program("apt-get", "exit 0");
    machine.program("dpkg", "exit 0");
    await expect(start(await debian())).rejects.toThrow("apt-get brought no package");
  });
});

describe("NATS by Go", () => {
  test("needs go, and tells the words of one that fails", async () => {
    const rung = await go();
    expect(await rung.possible()).toBe("go is not on the PATH");
    machine.program("go", 'echo "module lookup disabled" >&2; exit 1');
    expect(await rung.possible()).toBeUndefined();
    await expect(start(rung)).rejects.toThrow("module lookup disabled");
  });
});
