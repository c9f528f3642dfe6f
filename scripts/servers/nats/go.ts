import { existsSync } from "node:fs";
import { join } from "node:path";
import { exclusively } from "../../lock.mjs";
import { cacheDir } from "../../paths.ts";
import { onPath, output } from "../programs.ts";
import type { Rung } from "../rung.ts";
import { startNats } from "./nats-server.ts";

const release = "github.com/nats-io/nats-server/v2@v2.15.2";
const home = join(cacheDir, "nats-go");
const program = join(home, process.platform === "win32" ? "nats-server.exe" : "nats-server");

export const go: Rung = {
  name: "go",
  title: "nats-server built by Go into .cache",
  patience: 300_000,
  async possible() {
    return existsSync(program) || onPath("go") ? undefined : "go is not on the PATH";
  },
  async start(dir, { signal }) {
    await exclusively(`${home}.lock`, async () => {
      const env = { ...process.env, GOBIN: home, CGO_ENABLED: "0" };
      if (!existsSync(program)) await output("go", ["install", release], { env, signal });
    });
    return startNats(program, dir, signal);
  },
};
