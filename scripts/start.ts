import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { fillDemoIfEmpty } from "./app/demo.ts";
import { appEnvironment, isDemo } from "./app/environment.ts";
import { choosePort } from "./app/port.ts";
import { hasEnded, spawnApp, stopApp, untilReady } from "./app/process.ts";
import { noteRunning } from "./app/running.ts";
import { chosenServices, serviceNames } from "./app/services.ts";
import { buildWeb } from "./build-web.ts";
import { dataDir } from "./paths.ts";
import { Advice, explain, say } from "./progress.mjs";
import { climb } from "./servers/climb.ts";
import { mongodb } from "./servers/mongodb.ts";
import { natsOrNone } from "./servers/nats.ts";
import type { Server } from "./servers/rung.ts";

const servers: Server[] = [];
let app: ChildProcess | undefined;
let asked = false;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    // npm and the terminal may both pass the same wish on.
    if (asked) return;
    asked = true;
    if (app) app.kill("SIGTERM");
    else void leave(130);
  });
}

async function main(): Promise<void> {
  const began = performance.now();
  const services = chosenServices(process.env.SERVICES, serviceNames());
  const port = await choosePort(process.env.PORT);
  const env = await provide(port);
  noteRunning();
  const filled = !isDemo() || (await fillDemoIfEmpty(env.MONGODB_URI ?? "", port));
  if (asked) return;
  if (!filled) throw new Advice("The demo set is not complete, so the portal does not start.");
  await buildWeb();
  if (asked) return;
  app = spawnApp(services, env, process.argv.slice(2));
  const running = app;
  const address = `http://${env.HOST || "127.0.0.1"}:${port}`;
  const seconds = () => ((performance.now() - began) / 1000).toFixed(1);
  if (!services.includes("gateway"))
    say(`✓ Started ${services.join(", ")}, without the gateway · ${seconds()} s`);
  else if (await untilReady(address, () => asked || hasEnded(running))) {
    say(`✓ Ready · ${seconds()} s\n\n  ${address}\n\n  Ctrl-C stops it.\n`);
  }
  await untilEnd(running);
}

async function provide(port: number): Promise<NodeJS.ProcessEnv> {
  const database = await climb(mongodb, join(dataDir, "mongodb"), true);
  servers.push(database);
  if (!process.env.NATS_URL && !process.env.CAUSEWAY_NATS) {
    say("✓ NATS: none needed, all services run in one process");
    return appEnvironment(database.url, "", port);
  }
  const messages = await climb(natsOrNone, join(dataDir, "nats"), true);
  servers.push(messages);
  return appEnvironment(database.url, messages.url, port);
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
