import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { fillDemoIfEmpty } from "./app/demo.ts";
import { appEnvironment, isDemo } from "./app/environment.ts";
import { isFree, onFreePort, Taken, wishedPort } from "./app/port.ts";
import { hasEnded, hasStarted, spawnApp, stopApp, untilReady } from "./app/process.ts";
import { needSecret, refuseDemoContents } from "./app/real.ts";
import { noteRunning } from "./app/running.ts";
import { chosenServices, serviceNames } from "./app/services.ts";
import { buildWeb } from "./build-web.ts";
import { tellResume } from "./demo/resume.ts";
import { dataDir } from "./paths.ts";
import { Advice, explain, say, sinceCommand } from "./progress.mjs";
import { climb } from "./servers/climb.ts";
import { keepUp } from "./servers/keep-up.ts";
import { mongodb } from "./servers/mongodb.ts";
import { nats, natsOrNone } from "./servers/nats.ts";
import type { Server } from "./servers/rung.ts";

const servers: Server[] = [];
let app: ChildProcess | undefined;
let asked = false;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    // npm and the terminal may both pass the same wish on.
    if (asked) return;
    asked = true;
    say("\n  Stopping …");
    if (app) app.kill("SIGTERM");
    else void leave(130);
  });
}

async function main(): Promise<void> {
  const services = chosenServices(process.env.SERVICES, serviceNames());
  const hasGateway = services.includes("gateway");
  needSecret();
  // Only looked at: until the portal starts, somebody else may take it.
  if (hasGateway) await wishedPort(process.env.PORT);
  const env = await provide(services.length < serviceNames().length);
  noteRunning();
  const filled = !isDemo() || (await fillDemoIfEmpty(env.MONGODB_URI ?? ""));
  if (asked) return;
  if (!filled) throw new Advice("The demo set is not complete, so the portal does not start.");
  await buildWeb();
  if (asked) return;
  const address = hasGateway
    ? await onFreePort(process.env.PORT, (port) => begin(services, env, port))
    : await begin(services, env, undefined);
  if (app && address) await tellReady(app, address);
  if (app) await untilEnd(app);
}

async function provide(isPart: boolean): Promise<NodeJS.ProcessEnv> {
  const database = keepUp(mongodb.kind, await climb(mongodb, join(dataDir, "mongodb"), true, !isDemo()), say);
  servers.push(database);
  if (!isDemo()) await refuseDemoContents(database.url);
  if (!isPart && !process.env.NATS_URL && !process.env.CAUSEWAY_NATS) {
    say("✓ NATS: none needed, all services run in one process");
    return appEnvironment(database.url, "");
  }
  const ladder = isPart ? nats : natsOrNone;
  const messages = keepUp(nats.kind, await climb(ladder, join(dataDir, "nats"), true), say);
  servers.push(messages);
  return appEnvironment(database.url, messages.url);
}

/** Comes back when it has started, with the address at which it serves, or has ended. */
async function begin(
  services: string[],
  env: NodeJS.ProcessEnv,
  port: number | undefined,
): Promise<string | undefined> {
  if (asked) return undefined;
  const running = spawnApp(services, { ...env, ...(port && { PORT: String(port) }) }, process.argv.slice(2));
  app = running;
  const started = await hasStarted(running);
  if (!started && port && !asked && !(await isFree(port))) throw new Taken();
  if (started && port) return `http://${env.HOST || "127.0.0.1"}:${port}`;
  if (started) say(`✓ Started ${services.join(", ")}, without the gateway · ${sinceCommand()}`);
  return undefined;
}

async function tellReady(running: ChildProcess, address: string): Promise<void> {
  if (!(await untilReady(address, () => asked || hasEnded(running)))) return;
  say(`✓ Ready · ${sinceCommand()}\n\n  ${address}\n\n  Ctrl-C stops it.\n`);
  if (isDemo()) tellResume(address);
}

/** A server that is just being started is left: the next start finds it by its note. */
async function leave(code: number | string): Promise<never> {
  for (const server of servers) await server.stop();
  process.exit(code);
}

async function untilEnd(running: ChildProcess): Promise<void> {
  if (!hasEnded(running) && !asked) await new Promise((done) => running.once("exit", done));
  await stopApp(running);
  // Code 0: asked by another way, such as `exit` in the REPL.
  if (!asked && running.exitCode !== 0) {
    throw new Advice(
      `The portal ended by itself (${running.signalCode ?? running.exitCode}). Its last words are above.`,
    );
  }
}

try {
  await main();
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
await leave(process.exitCode ?? 0);
