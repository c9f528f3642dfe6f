import { type EventLoopUtilization, performance } from "node:perf_hooks";

/** A process that has done next to nothing for so many ms is at rest. It is looked at so often meanwhile. */
const times = { rest: 30_000, looks: 30 };
/** Whoever works for a larger share of the time does not rest. */
const nextToNothing = 0.05;
/** A visitor a minute leaves less than this behind, and is not worth a collection. */
const worthwhile = 24 * 1024 * 1024;
/** One collection moves no more than 12 MiB together, so it is followed by others for as long as each gives back so much. */
const enough = 8 * 1024 * 1024;

/**
 * Gives back, once a process rests, the memory that its busiest moment took. V8 does it by itself only for a process that
 * goes on making garbage slowly: one that makes none looks as busy to it as it was before. Needs `--expose-gc`.
 */
export function giveBackAtRest({ rest, looks } = times): void {
  let seen = performance.eventLoopUtilization();
  let quiet = 0;
  /** From how much on a collection is worth its while. */
  let worth = 0;

  function look() {
    const now = performance.eventLoopUtilization();
    quiet = share(now, seen) < nextToNothing ? quiet + 1 : 0;
    seen = now;
    const before = process.memoryUsage.rss();
    if (quiet < looks || before < worth) return;
    globalThis.gc?.({ type: "major", flavor: "last-resort", execution: "sync" });
    const kept = process.memoryUsage.rss();
    // The collection itself is no work that ends the rest.
    seen = performance.eventLoopUtilization();
    worth = before - kept < enough ? kept + worthwhile : 0;
  }

  setInterval(look, rest / looks).unref();
}

const share = (now: EventLoopUtilization, before: EventLoopUtilization) =>
  performance.eventLoopUtilization(now, before).utilization;
