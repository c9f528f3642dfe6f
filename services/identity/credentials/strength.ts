import { Worker } from "node:worker_threads";
import type { Asked, Scored } from "./guesses.ts";

/** Fewer guesses than a hundred million (below zxcvbn's third step): beside a second factor, and with tries that are counted. */
const least = 3;
/** What follows takes no less to guess, and long texts take long to look at. */
const looked = 100;
/** Its lists take 40 MB, so they go with their thread once nobody has chosen a password for so many ms. */
const idleMs = 30_000;

/** Whether it is among the common ones, or what is left without the words that a stranger knows of this person. */
export async function isEasilyGuessed(password: string, ownWords: string[]): Promise<boolean> {
  const left = ownWords.reduce(
    (text, word) => text.replaceAll(word.toLowerCase(), " "),
    password.slice(0, looked).toLowerCase(),
  );
  opened ??= open();
  return (await opened.scoreOf(left)) < least;
}

type Guesses = { scoreOf(text: string): Promise<number> };
let opened: Guesses | undefined;

function open(): Guesses {
  // The settings of the process are not for its threads: they load what watches the process.
  const worker = new Worker(new URL("./guesses.ts", import.meta.url), { execArgv: [] });
  const waiting = new Map<number, PromiseWithResolvers<number>>();
  let asked = 0;
  const idle = setTimeout(() => void worker.terminate(), idleMs).unref();
  const gone = (why: unknown) => {
    if (opened === guesses) opened = undefined;
    clearTimeout(idle);
    for (const { reject } of waiting.values()) reject(why);
  };
  worker.on("error", gone);
  worker.on("exit", (code) => gone(new Error(`The thread that looks at passwords ended with ${code}.`)));
  worker.on("message", ({ id, score }: Scored) => {
    waiting.get(id)?.resolve(score);
    waiting.delete(id);
    // Whoever waits holds the process up, and nobody else.
    if (!waiting.size) worker.unref();
  });
  const guesses: Guesses = {
    scoreOf(text) {
      idle.refresh();
      worker.ref();
      const id = ++asked;
      const score = Promise.withResolvers<number>();
      waiting.set(id, score);
      worker.postMessage({ id, text } satisfies Asked);
      return score.promise;
    },
  };
  return guesses;
}
