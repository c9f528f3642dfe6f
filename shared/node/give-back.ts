import { type EventLoopUtilization, performance } from "node:perf_hooks";

/** A process that has done next to nothing for so many ms is at rest. It is looked at so often meanwhile. */
const times = { rest: 15_000, looks: 15 };
/** Whoever works for a larger share of the time does not rest. */
const nextToNothing = 0.05;
/** Whoever works for a smaller share is no longer in a storm, though letters about it may take long to write. */
const calm = 0.75;
/** A visitor a minute leaves less than this behind, and is not worth a collection. */
const worthwhile = 24 * 1024 * 1024;
/** One collection moves no more than 12 MiB together, so it is followed by others for as long as each gives back so much. */
const enough = 8 * 1024 * 1024;
/** After a storm whose aftermath makes garbage of its own. */
const mostAfterStorm = 40;

/**
 * Gives back the memory that a process's busiest moment took: once that is over, and again whenever it rests. V8 does it by
 * itself only for a process that goes on making garbage slowly: one that makes none looks as busy to it as it was before.
 * Needs `--expose-gc`.
 */
export function giveBack({ rest, looks } = times): void {
  let seen = performance.eventLoopUtilization();
  let resting = 0;
  let sinceStorm = 0;
  /** Of the collections after this storm; at work each is felt, so it is not looked for more. */
  let left = mostAfterStorm;
  /** From how much on a collection at rest is worth its while. */
  let worth = 0;

  function look() {
    const now = performance.eventLoopUtilization();
    const used = share(now, seen);
    seen = now;
    resting = used < nextToNothing ? resting + 1 : 0;
    sinceStorm = used < calm ? sinceStorm + 1 : 0;
    if (!sinceStorm) left = mostAfterStorm;
    const before = process.memoryUsage.rss();
    const isDue = resting >= looks ? before >= worth : sinceStorm >= looks && left > 0;
    if (!isDue) return;
    globalThis.gc?.({ type: "major", flavor: "last-resort", execution: "sync" });
    const kept = process.memoryUsage.rss();
    // The collection itself is no work that ends the rest.
    seen = performance.eventLoopUtilization();
    const isDone = before - kept < enough;
    worth = isDone ? kept + worthwhile : 0;
    left = isDone ? 0 : left - 1;
  }

  setInterval(look, rest / looks).unref();
}

const share = (now: EventLoopUtilization, before: EventLoopUtilization) =>
  performance.eventLoopUtilization(now, before).utilization;
