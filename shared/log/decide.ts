import type { Context } from "moleculer";
import { actorOf, type Principal } from "../access/principal.ts";
import type { Clock } from "../clock/clock.ts";
import { newestVersion } from "../contract/events.ts";
import { isRefusal, refuse } from "../contract/refusals.ts";
import { newId } from "../ids.ts";
import type { Outcome } from "./commit.ts";
import type { Decide, Feature } from "./feature.ts";
import type { Fold } from "./fold.ts";

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

/** A command that waits for its answer. */
export type Job = { call: CommandCall; done: (executed: Executed) => void; fail: (error: unknown) => void };

/**
 * A job whose rule throws fails alone, and leaves the list: the others are not to blame. One that says which version it saw
 * waits for the number of what comes before it.
 */
export function decideAll(fold: Fold, jobs: Job[], clock: Clock) {
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
