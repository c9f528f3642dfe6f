import { createServer } from "node:net";
import { join } from "node:path";
import { exclusively } from "../lock.mjs";
import { dataDir } from "../paths.ts";
import { Advice, say } from "../progress.mjs";

const first = 3000;
const last = 3099;

/** The PORT that the user set; throws when it is none, or taken. */
export async function wishedPort(wish: string | undefined): Promise<number | undefined> {
  if (!wish) return undefined;
  const port = Number(wish);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Advice(`PORT=${wish} is no port: 1 to 65535.`);
  if (await isFree(port)) return port;
  throw new Advice(`Port ${port} is taken. Choose another, for example: PORT=${port + 1} npm start`);
}

/**
 * Lets `start` come to serve on PORT if the user set it, otherwise on 3000 or the next free one. Gives what `start`
 * gave. It throws `Taken` when somebody else was quicker, and is called again with another port. Of two starts in one
 * folder the second looks when the first has started.
 */
export const onFreePort = <T>(wish: string | undefined, start: (port: number) => Promise<T>): Promise<T> =>
  exclusively(join(dataDir, "port.lock"), () => tryPorts(wish, start));

async function tryPorts<T>(wish: string | undefined, start: (port: number) => Promise<T>): Promise<T> {
  for (let from = first; ; ) {
    const port = (await wishedPort(wish)) ?? (await nextFree(from));
    if (!wish && port !== first)
      say(`  ! Port ${first} is taken, so this one is ${port}. Set PORT to choose.`);
    try {
      return await start(port);
    } catch (error) {
      if (!(error instanceof Taken)) throw error;
      if (wish) throw new Advice(`Port ${port} was taken meanwhile. Choose another with PORT.`);
      say(`  ! Port ${port} was taken meanwhile, hence the lines above.`);
      from = port + 1;
    }
  }
}

/** Another program listens there by now. */
export class Taken extends Error {}

async function nextFree(from: number): Promise<number> {
  for (let port = from; port <= last; port++) if (await isFree(port)) return port;
  throw new Advice(
    `The ports ${first} to ${last} are all taken. Choose one, for example: PORT=4000 npm start`,
  );
}

export function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const probe = createServer();
    probe.on("error", () => done(false));
    probe.listen(port, process.env.HOST || "127.0.0.1", () => probe.close(() => done(true)));
  });
}
