// Every service in a process of its own over NATS, as in production; `missions` twice.
import { join } from "node:path";
import { fillDemoIfEmpty } from "./app/demo.ts";
import { appEnvironment, isDemo } from "./app/environment.ts";
import { choosePort } from "./app/port.ts";
import { spawnApp, untilReady } from "./app/process.ts";
import { noteRunning } from "./app/running.ts";
import { chosenServices, serviceNames } from "./app/services.ts";
import { buildWeb } from "./build-web.ts";
import { type Child, supervise } from "./cluster/supervise.ts";
import { dataDir } from "./paths.ts";
import { Advice, explain, say } from "./progress.mjs";
import { climb } from "./servers/climb.ts";
import { freePort } from "./servers/local.ts";
import { mongodb } from "./servers/mongodb.ts";
import { nats } from "./servers/nats.ts";
import type { Server } from "./servers/rung.ts";

export type Cluster = {
  url: string;
  children: Child[];
  /** `name` as in `children`: a service's, with -1 and -2 where there are two. */
  kill(name: string, signal: NodeJS.Signals): void;
  stop(): Promise<void>;
};

/** Needs MONGODB_URI, NATS_URL and a secret in `env`. Resolves when the gateway is ready; PORT is any free one if unset. */
export async function startCluster(
  env: NodeJS.ProcessEnv,
  tell: (line: string) => void = say,
): Promise<Cluster> {
  const port = Number(env.PORT) || (await freePort());
  const children: Child[] = [];
  for (const [name, service] of copies(chosenServices(env.SERVICES, serviceNames()))) {
    const own = { ...env, PORT: String(port), METRICS_PORT: String(await freePort()) };
    children.push(supervise(name, () => spawnApp([service], own), tell));
  }
  const url = `http://${env.HOST || "127.0.0.1"}:${port}`;
  let stopping = false;
  const stop = async () => {
    stopping = true;
    await Promise.all(children.map((child) => child.stop()));
  };
  const kill = (name: string, signal: NodeJS.Signals) => {
    const child = children.find((one) => one.name === name);
    if (!child)
      throw new Error(`There is no ${name} in the cluster: ${children.map((one) => one.name).join(", ")}.`);
    child.kill(signal);
  };
  const limit = performance.now() + 60_000;
  if (!(await untilReady(url, () => stopping || performance.now() > limit))) {
    await stop();
    throw new Error(`The cluster was not ready at ${url} within 60 s.`);
  }
  return { url, children, kill, stop };
}

const twice = new Set(["missions"]);

function copies(services: string[]): [name: string, service: string][] {
  return services.flatMap((service): [string, string][] =>
    twice.has(service) ? [1, 2].map((number) => [`${service}-${number}`, service]) : [[service, service]],
  );
}

async function main(): Promise<void> {
  const stopped = new Promise<void>((done) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => done());
  });
  const servers: Server[] = [];
  try {
    chosenServices(process.env.SERVICES, serviceNames());
    const port = await choosePort(process.env.PORT);
    const database = await climb(mongodb, join(dataDir, "mongodb"), true);
    servers.push(database);
    const messages = await climb(nats, join(dataDir, "nats"), true);
    servers.push(messages);
    noteRunning();
    if (isDemo() && !(await fillDemoIfEmpty(database.url, port)))
      throw new Advice("The demo set is not complete, so the portal does not start.");
    await buildWeb();
    const env = appEnvironment(database.url, messages.url, port);
    const cluster = await startCluster(env);
    for (const child of cluster.children) say(`  ${child.name} is process ${child.pid}`);
    say(`✓ Ready\n\n  ${cluster.url}\n\n  Ctrl-C stops it.\n`);
    await stopped;
    await cluster.stop();
  } catch (error) {
    explain(error);
    process.exitCode = 1;
  }
  for (const server of servers) await server.stop();
  process.exit();
}

if (import.meta.main) await main();
