// Every service in a process of its own over NATS, as in production; `missions` twice.
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { readConfig } from "#shared/config/config.ts";
import { fillDemoIfEmpty } from "./app/demo.ts";
import { appEnvironment, isDemo } from "./app/environment.ts";
import { isFree, onFreePort, Taken, wishedPort } from "./app/port.ts";
import { spawnApp, untilReady } from "./app/process.ts";
import { needSecret, refuseDemoContents } from "./app/real.ts";
import { noteRunning } from "./app/running.ts";
import { chosenServices, serviceNames } from "./app/services.ts";
import { buildWeb } from "./build-web.ts";
import { type Child, supervise } from "./cluster/supervise.ts";
import { tellResume } from "./demo/resume.ts";
import { dataDir } from "./paths.ts";
import { Advice, explain, say, sinceCommand } from "./progress.mjs";
import { climb } from "./servers/climb.ts";
import { keepUp } from "./servers/keep-up.ts";
import { freePort } from "./servers/local.ts";
import { mongodb } from "./servers/mongodb.ts";
import { nats } from "./servers/nats.ts";
import type { Server } from "./servers/rung.ts";

type Cluster = { url: string; stop(): Promise<void> };

const patienceMs = 60_000;
const servers: Server[] = [];
let asked = false;

/** Needs MONGODB_URI, NATS_URL and a secret in `env`. Resolves when all serve. */
async function startCluster(services: string[], env: NodeJS.ProcessEnv, port: number): Promise<Cluster> {
  let taken = false;
  const start = (service: string, own: NodeJS.ProcessEnv) => {
    // Nobody of ours listens at this moment: it has not begun, or has ended.
    if (service === "gateway") void isFree(port).then((free) => (taken ||= !free));
    return spawnApp([service], own);
  };
  const children: Child[] = [];
  for (const [name, service] of copies(services)) {
    const own = { ...env, PORT: String(port), METRICS_PORT: String(await freePort()) };
    children.push(supervise(name, () => start(service, own), say));
  }
  const stop = async () => {
    await Promise.all(children.map((child) => child.stop()));
  };
  const limit = performance.now() + patienceMs;
  const gaveUp = () => asked || taken || performance.now() > limit;
  while (!children.every(({ serves }) => serves) && !gaveUp()) await pause(50);
  const url = `http://${env.HOST || "127.0.0.1"}:${port}`;
  if (!gaveUp() && (!services.includes("gateway") || (await untilReady(url, gaveUp)))) return { url, stop };
  await stop();
  if (taken) throw new Taken();
  throw new Advice(
    asked ? "Stopped before it was ready." : `The cluster was not ready within ${patienceMs / 1_000} s.`,
  );
}

const twice = new Set(["missions"]);

function copies(services: string[]): [name: string, service: string][] {
  return services.flatMap((service): [string, string][] =>
    twice.has(service) ? [1, 2].map((number) => [`${service}-${number}`, service]) : [[service, service]],
  );
}

async function provide(): Promise<NodeJS.ProcessEnv> {
  const database = keepUp(mongodb.kind, await climb(mongodb, join(dataDir, "mongodb"), true, !isDemo()), say);
  servers.push(database);
  if (!isDemo()) await refuseDemoContents(database.url);
  const messages = keepUp(nats.kind, await climb(nats, join(dataDir, "nats"), true), say);
  servers.push(messages);
  const env = { ...appEnvironment(database.url, messages.url), CAUSEWAY_SUPERVISED: "1" };
  // Once: each process would say what is wrong, at each try.
  readConfig(env);
  return env;
}

async function main(): Promise<void> {
  const stopped = new Promise<void>((done) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => {
        if (!asked) say("\n  Stopping …");
        asked = true;
        done();
      });
    }
  });
  try {
    const services = chosenServices(process.env.SERVICES, serviceNames());
    needSecret();
    await wishedPort(process.env.PORT);
    const env = await provide();
    noteRunning();
    if (isDemo() && !(await fillDemoIfEmpty(env.MONGODB_URI ?? "")))
      throw new Advice("The demo set is not complete, so the portal does not start.");
    await buildWeb();
    say("… Starting the processes: about ten seconds");
    const cluster = await onFreePort(process.env.PORT, (port) => startCluster(services, env, port));
    say(`✓ Ready · ${sinceCommand()}\n\n  ${cluster.url}\n\n  Ctrl-C stops it.\n`);
    if (isDemo()) tellResume(cluster.url);
    await stopped;
    await cluster.stop();
  } catch (error) {
    explain(error);
    process.exitCode = 1;
  }
  for (const server of servers) await server.stop();
  process.exit();
}

await main();
