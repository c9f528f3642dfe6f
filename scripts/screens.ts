// Takes a picture of every page of the demo, in every language and two widths, and says where they are.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { fillDemoIfEmpty } from "./app/demo.ts";
import { appEnvironment, isDemo } from "./app/environment.ts";
import { onFreePort } from "./app/port.ts";
import { hasEnded, hasStarted, spawnApp, stopApp, untilReady } from "./app/process.ts";
import { noteRunning } from "./app/running.ts";
import { serviceNames } from "./app/services.ts";
import { buildWeb } from "./build-web.ts";
import { cacheDir, dataDir } from "./paths.ts";
import { Advice, explain, say } from "./progress.mjs";
import { takeScreens } from "./screens/take.ts";
import { findBrowser } from "./servers/browser.ts";
import { climb } from "./servers/climb.ts";
import { mongodb } from "./servers/mongodb.ts";

const folder = join(cacheDir, "screens");
let asked = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.on(signal, () => {
    asked = true;
  });

async function main(): Promise<void> {
  if (!isDemo()) throw new Advice("MONGODB_URI or CAUSEWAY_PUBLIC_URL is set: only the demo is pictured.");
  const browser = await findBrowser();
  if (!browser.path) throw new Advice(`Pictures need a browser: ${browser.told}.`);
  const database = await climb(mongodb, join(dataDir, "mongodb"), true);
  try {
    if (!(await fillDemoIfEmpty(database.url))) throw new Advice("The demo set is not complete.");
    noteRunning();
    await buildWeb();
    const env = appEnvironment(database.url, "");
    const { app, url } = await onFreePort(process.env.PORT, (port) => start(env, port));
    try {
      rmSync(folder, { recursive: true, force: true });
      const taken = await takeScreens({ url, browser: browser.path, folder, gaveUp: () => asked });
      say(`✓ ${taken} pictures in ${folder}`);
    } finally {
      await stopApp(app);
    }
  } finally {
    await database.stop();
  }
}

async function start(env: NodeJS.ProcessEnv, port: number) {
  const app = spawnApp(serviceNames(), { ...env, PORT: String(port) });
  const url = `http://127.0.0.1:${port}`;
  const isReady = (await hasStarted(app)) && (await untilReady(url, () => asked || hasEnded(app)));
  if (isReady) return { app, url };
  await stopApp(app);
  throw new Advice("The portal did not start. Its last words are above.");
}

try {
  await main();
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
process.exit();
