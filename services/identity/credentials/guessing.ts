import { Worker } from "node:worker_threads";

/** Its lists take 40 MB, so they go with their thread once nobody has chosen a password for so many ms. */
const idleMs = 30_000;

type Guesses = { scoreOf(text: string): Promise<number> };
let opened: Guesses | undefined;

/** One text at a time. A thread that ends before it has answered leaves its question to the next one, once. */
export async function scoreOf(text: string): Promise<number> {
  opened ??= open();
  return opened.scoreOf(text).catch(() => {
    opened ??= open();
    return opened.scoreOf(text);
  });
}

function open(): Guesses {
  // The settings of the process are not for its threads: they load what watches the process.
  const worker = new Worker(new URL("./guesses.ts", import.meta.url), { execArgv: [] });
  let waiting: PromiseWithResolvers<number> | undefined;
  const close = () => {
    clearTimeout(idle);
    if (opened === guesses) opened = undefined;
  };
  const idle = setTimeout(() => {
    // After a process has slept, its timers come before its answers.
    if (waiting) return void idle.refresh();
    // Before it ends: whoever asks from now on asks another.
    close();
    void worker.terminate();
  }, idleMs).unref();
  const gone = (why: unknown) => {
    close();
    waiting?.reject(why);
  };
  worker.on("error", gone);
  worker.on("exit", (code) => gone(new Error(`The thread that looks at passwords ended with ${code}.`)));
  worker.on("message", (score: number) => {
    waiting?.resolve(score);
    waiting = undefined;
    // Whoever waits holds the process up, and nobody else.
    worker.unref();
  });
  const guesses: Guesses = {
    scoreOf(text) {
      idle.refresh();
      worker.ref();
      waiting = Promise.withResolvers<number>();
      worker.postMessage(text);
      return waiting.promise;
    },
  };
  return guesses;
}
