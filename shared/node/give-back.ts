import { type EventLoopUtilization, performance } from "node:perf_hooks";

export const times = {
  /** How long a process does next to nothing before it is taken to be at rest. */
  rest: 30_000,
  looks: 30,
};
/** Less than this is no rest: the share of the time in which the process was at work. */
const atWork = 0.05;
/** A visitor a minute leaves less than this behind, and is not worth a collection. */
const worthwhile = 24 * 1024 * 1024;
/** One collection moves no more than 12 MiB together, so it is followed by others for as long as each gives back so much. */
const enough = 8 * 1024 * 1024;

/**
 * Gives back, once a process rests, the memory that its busiest moment took. V8 does it by itself only for a process that
 * goes on making garbage slowly: one that makes none looks as busy to it as it was before. Needs `--expose-gc`.
 */
export function giveBackAtRest({ rest, looks } = times): { stop(): void } {
  let seen = performance.eventLoopUtilization();
  let quiet = 0;
  /** From how much on a collection is worth its while. */
  let worth = 0;

  function look() {
    const now = performance.eventLoopUtilization();
    quiet = share(now, seen) < atWork ? quiet + 1 : 0;
    seen = now;
    const before = process.memoryUsage.rss();
    if (quiet < looks || before < worth) return;
    globalThis.gc?.({ type: "major", flavor: "last-resort", execution: "sync" });
    const kept = process.memoryUsage.rss();
    // The collection itself is no work that ends the rest.
    seen = performance.eventLoopUtilization();
    worth = before - kept < enough ? kept + worthwhile : 0;
  }

  const timer = setInterval(look, rest / looks).unref();
  return { stop: () => clearInterval(timer) };
}

const share = (now: EventLoopUtilization, before: EventLoopUtilization) =>
  performance.eventLoopUtilization(now, before).utilization;
