import { setTimeout as sleep } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import type { Context } from "moleculer";
import { actorOf, type Principal } from "../access/principal.ts";
import type { Clock } from "../clock/clock.ts";
import { newestVersion } from "../contract/events.ts";
import { isRefusal, refuse } from "../contract/refusals.ts";
import { newId } from "../ids.ts";
import type { Appended, Entry, Outcome } from "./commit.ts";
import type { CrashAt } from "./crash.ts";
import type { Decide, Feature } from "./feature.ts";
import { emptyFold, type Fold, foldHappened, foldOn } from "./fold.ts";
import type { Tail } from "./tail.ts";

export const limits = {
  /** Commands of one stream in one append. */
  batch: 200,
  /** Decided again this often before the caller is told to come back. */
  tries: 20,
  /** Commands waiting in this process, over all streams. */
  waiting: 5_000,
  /** Events of the folds that stay in memory, at some 200 bytes each; every stream counts for so many more. */
  folded: 200_000,
  perStream: 10,
};

export type CommandCall = {
  feature: Feature<any, any>;
  stream: string;
  decide: Decide<any, any, any, any, any>;
  command: unknown;
  facts: object;
  reply: (after: any, events: any[]) => object;
  by: Principal;
  name: string;
  key: string;
  hash: string;
  trace?: string;
  /** The request it came with: its trace goes on into the log. */
  parent?: Context;
  /** The version the caller saw; another one is refused. */
  expected?: number;
};

export type Executed = { reply: unknown; replayed?: true };

export type Executor = { execute(call: CommandCall): Promise<Executed>; waiting(): number };

type Job = { call: CommandCall; done: (executed: Executed) => void; fail: (error: unknown) => void };
type Lane = { fold: Fold | undefined; jobs: Job[]; working: boolean };
type Dependencies = {
  tail: Tail;
  clock: Clock;
  crashAt: CrashAt;
  append: (entry: Entry, parent?: Context) => Promise<Appended>;
  /** Waits for a random while of `most` ms or less; a simulation has its own time and chance. */
  pause?: (most: number) => Promise<unknown>;
};

const pauseAtRandom = (most: number) => sleep(Math.random() * most);

/** Commands for one stream are decided in order, many at a time, and appended as one entry. */
export function openExecutor(dependencies: Dependencies): Executor {
  const lanes = new LRUCache<string, Lane>({ maxSize: limits.folded, sizeCalculation });
  let waiting = 0;

  function execute(call: CommandCall): Promise<Executed> {
    if (waiting >= limits.waiting) return Promise.resolve({ reply: refuse("busy") });
    waiting++;
    const executed = new Promise<Executed>((done, fail) => {
      const lane = laneOf(call.stream);
      lane.jobs.push({ call, done, fail });
      if (!lane.working) void workThrough(call.stream, lane);
    });
    return executed.finally(() => {
      waiting--;
    });
  }

  function laneOf(stream: string): Lane {
    const known = lanes.get(stream);
    if (known) return known;
    const lane: Lane = { fold: undefined, jobs: [], working: false };
    lanes.set(stream, lane);
    return lane;
  }

  async function workThrough(stream: string, lane: Lane) {
    lane.working = true;
    await new Promise(setImmediate);
    while (lane.jobs.length) {
      const jobs = takeJobs(lane);
      try {
        await settle(lane, jobs, dependencies);
      } catch (error) {
        // What became of the append is not known, so neither is the state.
        lane.fold = undefined;
        for (const job of jobs) job.fail(error);
      }
      lanes.set(stream, lane);
    }
    lane.working = false;
  }

  return { execute, waiting: () => waiting };
}

const sizeCalculation = ({ fold }: Lane) => Math.min(limits.perStream + (fold?.events ?? 0), limits.folded);

/** As many as fit one entry, and no key twice: the second of a double click gets what the first one got. */
function takeJobs(lane: Lane): Job[] {
  const jobs = new Map<string, Job>();
  const later: Job[] = [];
  for (const job of lane.jobs) {
    if (jobs.size < limits.batch && !jobs.has(job.call.key)) jobs.set(job.call.key, job);
    else later.push(job);
  }
  lane.jobs = later;
  return [...jobs.values()];
}

/** Decides until the log takes the outcomes. Jobs that are answered leave the list. */
async function settle(lane: Lane, jobs: Job[], dependencies: Dependencies): Promise<void> {
  const { feature, stream } = jobs[0]!.call;
  /** The log may know more of the stream than the fold does. */
  let behind = false;
  for (let tries = 0; jobs.length; tries++) {
    if (tries > limits.tries) {
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

/**
 * A job whose rule throws fails alone, and leaves the list: the others are not to blame. One that says which version it saw
 * waits for the number of what comes before it.
 */
function decideAll(fold: Fold, jobs: Job[], clock: Clock) {
  let { state } = fold;
  let events = 0;
  const outcomes: Outcome[] = [];
  const decidedJobs: Job[] = [];
  for (const job of [...jobs]) {
    // Nobody has seen this state, nor has it a number to tell them yet.
    if (events && job.call.expected !== undefined) continue;
    try {
      const decided = decideOne(job.call, { state, version: fold.version }, clock.now());
      state = decided.state;
      events += decided.outcome.events.length;
      outcomes.push(decided.outcome);
      decidedJobs.push(job);
    } catch (error) {
      jobs.splice(jobs.indexOf(job), 1);
      job.fail(error);
    }
  }
  return { state, events, outcomes, jobs: decidedJobs };
}

function decideOne(
  call: CommandCall,
  seen: { state: unknown; version: number },
  now: Date,
): { state: unknown; outcome: Outcome } {
  const { feature, by, decide, expected } = call;
  const { version } = seen;
  const decision =
    expected !== undefined && expected !== version
      ? refuse("stale", { version })
      : decide(seen.state, call.command, { ...call.facts, now, by, newId, version });
  const events: { type: string; data: unknown }[] = isRefusal(decision) ? [] : decision;
  const state = events.reduce((before, event) => feature.evolve(before, event), seen.state);
  const outcome = {
    key: call.key,
    hash: call.hash,
    command: call.name,
    by: actorOf(by),
    ...(call.trace && { trace: call.trace }),
    events: events.map(({ type, data }) => ({ type, version: newestVersion(type), data })),
    reply: isRefusal(decision) ? decision : call.reply(state, events),
  };
  return { state, outcome };
}

/** An acceptance carries the number of its commit; a refusal is only data. */
const at = (position: number, reply: unknown) =>
  isRefusal(reply) ? reply : { ...(reply as object), position };
