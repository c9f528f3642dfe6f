import { nextDelay } from "../back-off.ts";
import type { Server } from "./rung.ts";

const lookEveryMs = 1_000;

/** Starts a server of this machine again when it dies or panics while the portal runs, and says so. Stopping it ends that. */
export function keepUp(kind: string, server: Server, say: (line: string) => void): Server {
  const { revive } = server;
  if (!revive) return server;
  let upSince = performance.now();
  let delay: number | undefined;
  let stopping = false;

  const look = async () => {
    const died = performance.now();
    try {
      if (!(await revive())) return lookEveryMs;
      say(
        `! ${kind} had failed, and runs again. What was acknowledged is there; what was refused may be sent again`,
      );
      delay = undefined;
      upSince = performance.now();
      return lookEveryMs;
    } catch (error) {
      delay = nextDelay(delay, died - upSince);
      upSince = died;
      say(`! ${kind} was not brought back: ${error instanceof Error ? error.message : error}`);
      return delay;
    }
  };
  let looking: Promise<unknown> = Promise.resolve();
  let timer = setTimeout(again, lookEveryMs);
  function again() {
    looking = look().then((wait) => {
      if (!stopping) timer = setTimeout(again, wait);
    });
  }
  const stop = async () => {
    stopping = true;
    clearTimeout(timer);
    await looking;
    await server.stop();
  };
  return { ...server, stop };
}
