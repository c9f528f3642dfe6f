import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder of one's own that is the whole PATH: only the programs put there exist. */
export type Machine = {
  home: string;
  program(name: string, shell: string): void;
  nodeProgram(name: string, script: string): void;
  remove(): void;
};

export function newMachine(): Machine {
  // With a space, as a checkout's path may have.
  const home = realpathSync(mkdtempSync(join(tmpdir(), "causeway ladder-")));
  const bin = join(home, "bin");
  mkdirSync(bin);
  const before = process.env.PATH;
  process.env.PATH = bin;
  const program = (name: string, shell: string) => {
    writeFileSync(join(bin, name), `#!/bin/sh\n${shell}\n`);
    chmodSync(join(bin, name), 0o755);
  };
  const nodeProgram = (name: string, script: string) => {
    const file = join(home, `${name}.cjs`);
    writeFileSync(file, script);
    program(name, `exec "${process.execPath}" "${file}" "$@"`);
  };
  const remove = () => {
    process.env.PATH = before;
    rmSync(home, { recursive: true, force: true });
  };
  return { home, program, nodeProgram, remove };
}

/** A nats-server that greets whoever connects, with the version given; after a SIGUSR2 as one that has panicked. */
export const greeter = (version: string) => `
  const port = Number(process.argv[process.argv.indexOf("--port") + 1]);
  let info = JSON.stringify({ version: "${version}" });
  process.on("SIGUSR2", () => (info = JSON.stringify({ version: "panic" })));
  require("node:net").createServer((socket) => {
    socket.on("error", () => {});
    socket.write("INFO " + info + " \\r\\n");
  }).listen(port, "127.0.0.1");
`;

/** Takes connections and says nothing to them; it tells its console once it listens. */
export const mute = `
  const port = Number(process.argv[process.argv.indexOf("--port") + 1]);
  require("node:net").createServer((socket) => socket.on("error", () => {}))
    .listen(port, "127.0.0.1", () => console.log("listening"));
`;
