import { type EventLoopUtilization, performance } from "node:perf_hooks";

/** A process that has done little for so many ms is at rest. It is looked at so often meanwhile. */
const times = { rest: 15_000, looks: 15 };
/** Whoever works for a larger share of the time does not rest. Letters that are written after a storm take half of it. */
const little = 0.2;
/** Whoever works for a smaller share is no longer in a storm, though letters about it may take long to write. */
const calm = 0.75;
/** What a visitor a minute leaves behind is not worth a collection, and letters should not bring one more often than every twenty seconds. */
const worthwhile = 24 * 1024 * 1024;
/** One collection moves no more than 12 MiB together, so it is followed by others for as long as each gives back so much. */
const enough = 8 * 1024 * 1024;
/** For work that goes on makes garbage of its own meanwhile. */
const mostInTurn = 40;

/**
 * Gives back the memory that a process's busiest moment took: once that is over, and again whenever it rests. V8 does it by
 * itself only for a process that goes on making garbage slowly: one that makes none looks as busy to it as it was before.
 * Needs `--expose-gc`.
 */
export function giveBack({ rest, looks } = times): void {
  let seen = performance.eventLoopUtilization();
  let resting = 0;
  let sinceStorm = 0;
  /** Collections that may still follow each other now. */
  let left = 0;
  /** From how much on a collection at rest is worth its while. */
  let worth = 0;

  function look() {
    const now = performance.eventLoopUtilization();
    const used = share(now, seen);
    seen = now;
    resting = used < little ? resting + 1 : 0;
    sinceStorm = used < calm ? sinceStorm + 1 : 0;
    const before = process.memoryUsage.rss();
    if (!sinceStorm || (resting >= looks && before >= worth)) left = mostInTurn;
    if (sinceStorm < looks || !left) return;
    globalThis.gc?.({ type: "major", flavor: "last-resort", execution: "sync" });
    const kept = process.memoryUsage.rss();
    // The collection itself is no work that ends the rest.
    seen = performance.eventLoopUtilization();
    left = before - kept < enough ? 0 : left - 1;
    worth = kept + worthwhile;
  }

  setInterval(look, rest / looks).unref();
}

const share = (now: EventLoopUtilization, before: EventLoopUtilization) =>
  performance.eventLoopUtilization(now, before).utilization;
