import { setTimeout as sleep } from "node:timers/promises";
import type { Context } from "moleculer";
import type { Clock } from "../clock/clock.ts";
import { isRefusal, refuse } from "../contract/refusals.ts";
import type { Appended, Entry } from "./commit.ts";
import type { CrashAt } from "./crash.ts";
import { decideAll, type Job } from "./decide.ts";
import { emptyFold, type Fold, foldHappened, foldOn } from "./fold.ts";
import type { Tail } from "./tail.ts";

/** Decided again this often before the caller is told to come back. */
const mostTries = 20;

/** The commands that wait for one stream, and what it has come to as far as is known. */
export type Lane = { fold: Fold | undefined; jobs: Job[] };

export type Dependencies = {
  tail: Tail;
  clock: Clock;
  crashAt: CrashAt;
  append: (entry: Entry, parent?: Context) => Promise<Appended>;
  /** Waits for a random while of `most` ms or less; a simulation has its own time and chance. */
  pause?: (most: number) => Promise<unknown>;
};

const pauseAtRandom = (most: number) => sleep(Math.random() * most);

/** Decides until the log takes the outcomes. Jobs that are answered leave the list. */
export async function settle(lane: Lane, jobs: Job[], dependencies: Dependencies): Promise<void> {
  const { feature, stream } = jobs[0]!.call;
  /** The log may know more of the stream than the fold does. */
  let behind = false;
  for (let tries = 0; jobs.length; tries++) {
    if (tries > mostTries) {
      for (const job of jobs.splice(0)) job.done({ reply: refuse("busy") });
      return;
    }
    if (tries > 1 && behind) await (dependencies.pause ?? pauseAtRandom)(5 * tries);
    // A fold that lost its race is as good as before: it only has to read on.
    const known = lane.fold ?? emptyFold(feature);
    if (!lane.fold || behind) lane.fold = await foldOn(dependencies.tail, feature, stream, known, behind);
    const decided = decideAll(lane.fold!, jobs, dependencies.clock);
    if (!decided.outcomes.length) return;
    // Those that must see what the others came to stay in the list.
    dependencies.crashAt("decide: before the append");
    const appended = await dependencies.append(
      { stream, after: lane.fold!.after, outcomes: decided.outcomes },
      jobs[0]!.call.parent,
    );
    dependencies.crashAt("decide: after the append");
    behind = !("position" in appended);
    if ("position" in appended) {
      const { position } = appended;
      lane.fold = {
        state: decided.state,
        after: position,
        version: decided.events ? position : lane.fold!.version,
        events: lane.fold!.events + decided.events,
      };
      for (const [n, job] of decided.jobs.entries()) {
        jobs.splice(jobs.indexOf(job), 1);
        job.done({ reply: at(position, decided.outcomes[n]!.reply) });
      }
    } else if ("done" in appended) {
      for (const answer of appended.done) {
        const found = jobs.findIndex((job) => job.call.key === answer.key);
        if (found < 0) continue;
        const [job] = jobs.splice(found, 1);
        const same = job!.call.hash === answer.hash;
        job!.done(
          same
            ? { reply: at(answer.position, answer.reply), replayed: true }
            : { reply: refuse("key-reused") },
        );
      }
    } else if (appended.since) {
      // Told what it missed it decides again at once: whoever first had to read it would lose to the winner for ever.
      lane.fold = foldHappened(feature, lane.fold!, appended.since);
      behind = false;
    }
  }
}

/** An acceptance carries the number of its commit; a refusal is only data. */
const at = (position: number, reply: unknown) =>
  isRefusal(reply) ? reply : { ...(reply as object), position };
