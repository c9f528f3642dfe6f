import { type EventLoopUtilization, performance } from "node:perf_hooks";
import { setFlagsFromString } from "node:v8";

/** A process that has done little for so many ms is at rest. It is looked at so often meanwhile. One that never rests gives back so many ms after a storm. */
const times = { rest: 15_000, looks: 15, latest: 120_000 };
/** Whoever works for a larger share of the time does not rest. */
const little = 0.2;
/** Whoever works for a smaller share is no longer in a storm, though letters about it may take long to write. */
const calm = 0.75;
/** Looks in a row that make a storm: what is over sooner leaves too little behind. */
const storm = 3;
/** How much may come to what is alive before V8 looks for the dead, in percent: by itself, mostly in another thread, and hardly felt. */
const growth = { working: 100, resting: 15 };
/** At rest, what comes within that growth is not worth a thorough collection, which everybody waits for. */
const worthwhile = 48 * 1024 * 1024;
/** One thorough collection moves no more than 12 MiB together, so it is followed by others for as long as each leaves so much less. */
const enough = 8 * 1024 * 1024;

/**
 * Gives back the memory that a process's busiest moment took, once that is over, and lets less come together while it rests. V8
 * does it by itself only for a process that goes on making garbage slowly: one that makes none looks as busy to it as it was before.
 * Needs `--expose-gc`.
 */
export function giveBack({ rest, looks, latest } = times): void {
  const everyMs = rest / looks;
  /** As it was at each look of as long as a rest takes, the newest last. */
  const seen = [performance.eventLoopUtilization()];
  let working = 0;
  let sinceStorm = 0;
  let stormy = true;
  let inTurn = false;
  /** The least there was since the last collection. */
  let kept = 0;

  function look() {
    const now = performance.eventLoopUtilization();
    const used = share(now, seen.at(-1)!);
    const isRested = seen.length === looks && share(now, seen[0]!) < little;
    if (seen.push(now) > looks) seen.shift();
    working = used < calm ? 0 : working + 1;
    sinceStorm = working >= storm ? 0 : sinceStorm + 1;
    if (working >= storm) stormy = true;
    letGrow(isRested ? growth.resting : growth.working);
    const isResting = isRested && used < little;
    if (!isResting) inTurn = false;
    const before = process.memoryUsage.rss();
    const isOver = stormy && (isResting || sinceStorm * everyMs >= latest);
    const isWorthIt = isResting && before - kept >= worthwhile;
    const most = inTurn ? kept : before;
    kept = Math.min(kept, before);
    if (!inTurn && !isOver && !isWorthIt) return;
    stormy = false;
    // Who goes on working settles it anew at the next look.
    letGrow(growth.resting);
    globalThis.gc?.({ type: "major", flavor: "last-resort", execution: "sync" });
    // The collection itself is no work that ends the rest.
    seen[seen.length - 1] = performance.eventLoopUtilization();
    kept = process.memoryUsage.rss();
    inTurn = most - kept >= enough;
  }

  setInterval(look, everyMs).unref();
}

/** Holds for what V8 settles when it has looked for the dead the next time. */
const letGrow = (percent: number) => setFlagsFromString(`--heap-growing-percent=${percent}`);

const share = (now: EventLoopUtilization, before: EventLoopUtilization) =>
  performance.eventLoopUtilization(now, before).utilization;
