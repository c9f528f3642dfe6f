import { ask, onPath } from "../programs.ts";
import type { Rung } from "../rung.ts";
import { startSecantus } from "./secantus.ts";

const program = "secantusd-rs";

export const secantusRs: Rung = {
  name: "secantus-rs",
  title: "SecantusDB's Rust server on the PATH",
  patience: 20_000,
  possible: async () => (onPath(program) ? undefined : `${program} is not on the PATH`),
  async start(dir, { signal }) {
    const command = onPath(program) ?? program;
    const words = await ask(command, ["--version"]);
    return startSecantus(
      { command, version: /\d\S*/.exec(words ?? "")?.[0] ?? "unknown version" },
      dir,
      signal,
    );
  },
};
