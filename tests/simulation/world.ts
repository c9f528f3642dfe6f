import { seeded } from "../../scripts/demo/seeded.ts";

export type World = {
  between(low: number, high: number): number;
  pick<T>(list: readonly T[]): T;
  /** True with this chance in a hundred, while faults go on. */
  fault(percent: number): boolean;
  percent(percent: number): boolean;
  now(): number;
  pause(ms: number): Promise<void>;
  /** Rejects after `ms`: whoever waits gives up, what it waits for goes on. */
  within<T>(ms: number, work: Promise<T>): Promise<T>;
  /** Lets time pass until the work is done. Faults stop at `quietAt`; the work must be done at `endAt`. */
  run(work: Promise<unknown>, quietAt: number, endAt: number): Promise<void>;
};

export class TimedOut extends Error {
  override name = "TimedOut";
}

type Due = { at: number; order: number; go: () => void };

/** Time that passes only when nothing else can happen, and chance from a seed: the same seed, the same run. */
export function openWorld(seed: number): World {
  const { between, pick } = seeded(seed);
  const due: Due[] = [];
  let now = 0;
  let order = 0;
  let quietFrom = Number.POSITIVE_INFINITY;
  const percent = (chance: number) => between(1, 1_000) <= chance * 10;

  function pause(ms: number): Promise<void> {
    return new Promise((go) => {
      const at = now + ms;
      const next = { at, order: order++, go };
      const place = due.findLastIndex((other) => other.at <= at);
      due.splice(place + 1, 0, next);
    });
  }

  return {
    between,
    pick,
    percent,
    fault: (chance) => percent(chance) && now < quietFrom,
    now: () => now,
    pause,
    within: (ms, work) =>
      Promise.race([
        work,
        pause(ms).then(() => {
          throw new TimedOut(`no answer within ${ms} ms`);
        }),
      ]),
    async run(work, quietAt, endAt) {
      quietFrom = quietAt;
      let done = false;
      let failure: unknown;
      work
        .catch((error) => {
          failure = error;
        })
        .finally(() => {
          done = true;
        });
      for (let idle = 0; !done; ) {
        // The kernel gathers callers over one turn of the event loop; whatever can go on now does so here.
        await new Promise(setImmediate);
        const next = due.shift();
        if (!next && ++idle > 100)
          throw new Error("Nothing is on its way any more, and not all is answered.");
        if (!next) continue;
        idle = 0;
        now = next.at;
        if (now > endAt) throw new Error(`Not all was answered ${endAt - quietAt} ms after the last fault.`);
        next.go();
      }
      if (failure) throw failure;
    },
  };
}
