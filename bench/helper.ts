import { fork } from "node:child_process";

/** A process of ours that does jobs, so that it has an event loop of its own. */
export type Helper = {
  ask<T>(job: string, input: object): Promise<T>;
  stop(): Promise<void>;
};

type Jobs = { [name: string]: (input: any) => Promise<unknown> | unknown };
type Request = { id: number; job: string; input: object };
type Answer = { id: number; result?: unknown; error?: string };

export function startHelper(file: URL): Helper {
  const child = fork(file, [], { execArgv: ["--disable-warning=ExperimentalWarning"] });
  const waiting = new Map<number, { done: (result: any) => void; fail: (error: Error) => void }>();
  let last = 0;
  child.on("message", ({ id, result, error }: Answer) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asked?.done(result);
    else asked?.fail(new Error(error));
  });
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  void ended.then(() => {
    for (const { fail } of waiting.values()) fail(new Error(`${file.pathname} has ended`));
  });
  return {
    ask: (job, input) =>
      new Promise((done, fail) => {
        const id = ++last;
        waiting.set(id, { done, fail });
        child.send({ id, job, input } satisfies Request);
      }),
    async stop() {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

/** The other side: answers until whoever started it lets go. */
export function doJobs(jobs: Jobs): void {
  process.on("message", async ({ id, job, input }: Request) => {
    try {
      process.send?.({ id, result: await jobs[job]!(input) } satisfies Answer);
    } catch (error) {
      process.send?.({ id, error: String((error as Error).stack ?? error) } satisfies Answer);
    }
  });
  process.on("disconnect", () => process.exit());
}
