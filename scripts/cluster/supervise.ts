import type { ChildProcess } from "node:child_process";
import { hasEnded, hasStarted, stopApp } from "../app/process.ts";
import { nextDelay } from "../back-off.ts";

export type Child = {
  readonly name: string;
  readonly pid: number | undefined;
  /** Its own services answer. */
  readonly serves: boolean;
  /** How often it died and was started again. */
  readonly restarts: number;
  kill(signal: NodeJS.Signals): void;
  stop(): Promise<void>;
};

/** Keeps a process running until it is stopped here. */
export function supervise(name: string, start: () => ChildProcess, say: (line: string) => void): Child {
  let running = start();
  let startedAt = performance.now();
  let delay: number | undefined;
  let restarts = 0;
  let timer: NodeJS.Timeout | undefined;
  let stopping = false;
  let serves = false;

  const watch = () => {
    void hasStarted(running).then((started) => {
      serves = started && !hasEnded(running);
      if (serves) say(`✓ ${name} serves${restarts ? " again" : ""}, as process ${running.pid}`);
    });
    running.once("exit", (code, signal) => {
      serves = false;
      if (stopping) return;
      delay = nextDelay(delay, performance.now() - startedAt);
      // Each of the others would say it too, in words of the broker: broker.ts leaves that to us.
      say(`! ${name} ended (${signal ?? code}), which the others see within 6 s; again in ${delay} ms`);
      timer = setTimeout(again, delay);
    });
  };
  const again = () => {
    restarts++;
    startedAt = performance.now();
    running = start();
    say(`  ${name} started again, as process ${running.pid}`);
    watch();
  };
  watch();

  return {
    name,
    get pid() {
      return hasEnded(running) ? undefined : running.pid;
    },
    get serves() {
      return serves;
    },
    get restarts() {
      return restarts;
    },
    kill: (signal) => void running.kill(signal),
    async stop() {
      stopping = true;
      clearTimeout(timer);
      await stopApp(running);
    },
  };
}
