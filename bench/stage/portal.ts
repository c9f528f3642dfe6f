import type { ChildProcess } from "node:child_process";
import type { Profiler } from "node:inspector";
import { appEnvironment } from "../../scripts/app/environment.ts";
import { hasEnded, spawnApp, stopApp, untilReady } from "../../scripts/app/process.ts";
import { serviceNames } from "../../scripts/app/services.ts";
import { freePort } from "../../scripts/servers/local.ts";
import { output } from "../../scripts/servers/programs.ts";
import { profileOf } from "./profile.ts";

export type Portal = {
  url: string;
  port: number;
  residentMiB(): Promise<number>;
  /** Where it was while some work was done. */
  profile(work: () => Promise<unknown>): Promise<Profiler.Profile>;
  stop(): Promise<void>;
};

/** The settings of a portal that is measured: its own database, and nobody else's address. */
export async function portalEnvironment(mongoUri: string): Promise<NodeJS.ProcessEnv & { PORT: string }> {
  const port = await freePort();
  const own = { HOST: "127.0.0.1", CAUSEWAY_DEMO: "1", CAUSEWAY_PUBLIC_URL: "", NATS_URL: "" };
  // People come from addresses of their own, which the load tells as a proxy would.
  const proxy = { CAUSEWAY_TRUSTED_PROXIES: "127.0.0.1" };
  return { ...appEnvironment(mongoUri, ""), ...own, ...proxy, LOG_LEVEL: "error", PORT: String(port) };
}

/** All services in one real process, as `npm start` runs them. */
export async function startPortal(env: NodeJS.ProcessEnv & { PORT: string }): Promise<Portal> {
  const inspected = await freePort();
  const url = `http://127.0.0.1:${env.PORT}`;
  const started = async () => {
    const child = spawnApp(serviceNames(), {
      ...env,
      NODE_OPTIONS: `--inspect-port=127.0.0.1:${inspected} --inspect-publish-uid=http`,
    });
    const limit = performance.now() + 60_000;
    if (await untilReady(url, () => hasEnded(child) || performance.now() > limit)) return child;
    await stopApp(child);
    throw new Error("The portal was not ready within 60 s.");
  };
  // As at every start but the first of all, which leaves behind what it has compiled.
  await stopApp(await started());
  const child = await started();
  return {
    url,
    port: Number(env.PORT),
    residentMiB: () => residentMiB(child),
    profile: (work) => profileOf((signal) => child.kill(signal), inspected, work),
    stop: () => stopApp(child),
  };
}

async function residentMiB(child: ChildProcess): Promise<number> {
  return Number(await output("ps", ["-o", "rss=", "-p", String(child.pid)])) / 1_024;
}
