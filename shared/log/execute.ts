import { setTimeout as sleep } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import { refuse } from "../contract/refusals.ts";
import type { CommandCall, Executed, Job } from "./decide.ts";
import type { Fold } from "./fold.ts";
import { type Dependencies, type Lane, settle } from "./settle.ts";

export const limits = {
  /** Commands of one stream in one append. */
  batch: 200,
  /** Commands waiting in this process, over all streams. */
  waiting: 5_000,
  /** So many make a crowd, to which whoever follows the log gives way: as an average, for a hiccup is none. */
  crowd: 18,
  /** It has dispersed when there are fewer than so many: about a crowd the average goes up and down. */
  dispersed: 15,
  /** Ms of rest at a time for whoever gives way. */
  rest: 20,
  /** A crowd that has lasted for so many ms is no hiccup: whoever gives way to it rests so many times as long. */
  lasting: 1_000,
  longer: 3,
  /** Events of the folds that stay in memory, at some 190 bytes each; every stream counts for so many more. */
  folded: 200_000,
  perStream: 10,
};

export type Executor = {
  execute(call: CommandCall): Promise<Executed>;
  waiting(): number;
  isCrowded(): boolean;
  /** For whoever follows the log: while a crowd waits for its answers, a rest after work of `ms`, after which there is more to do at a time. */
  giveWay(ms?: number): Promise<void>;
};

/** Commands for one stream are decided in order, many at a time, and appended as one entry. */
export function openExecutor(dependencies: Dependencies): Executor {
  const folds = new LRUCache<string, Fold>({ maxSize: limits.folded, sizeCalculation });
  /** Of the streams for which commands wait. */
  const lanes = new Map<string, Lane>();
  let waiting = 0;
  /** How many waited when each of the last hundred or so came. */
  let usual = 0;
  /** On the process's own clock. */
  let crowdedSince = Number.POSITIVE_INFINITY;

  function execute(call: CommandCall): Promise<Executed> {
    if (waiting >= limits.waiting) return Promise.resolve({ reply: refuse("busy") });
    waiting++;
    usual += (waiting - usual) / 100;
    if (usual < limits.dispersed) crowdedSince = Number.POSITIVE_INFINITY;
    else if (usual >= limits.crowd) crowdedSince = Math.min(crowdedSince, performance.now());
    const executed = new Promise<Executed>((done, fail) => {
      laneOf(call.stream).jobs.push({ call, done, fail });
    });
    return executed.finally(() => {
      waiting--;
    });
  }

  function laneOf(stream: string): Lane {
    const known = lanes.get(stream);
    if (known) return known;
    const lane: Lane = { fold: folds.get(stream), jobs: [] };
    lanes.set(stream, lane);
    void workThrough(stream, lane);
    return lane;
  }

  async function workThrough(stream: string, lane: Lane) {
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
    }
    lanes.delete(stream);
    if (lane.fold) folds.set(stream, lane.fold);
    else folds.delete(stream);
  }

  const isCrowded = () => waiting > 0 && usual >= limits.crowd;

  async function giveWay(ms = limits.rest) {
    if (!isCrowded()) return;
    const isLasting = performance.now() - crowdedSince >= limits.lasting;
    await sleep(Math.min(ms, limits.rest) * (isLasting ? limits.longer : 1));
  }

  return { execute, waiting: () => waiting, isCrowded, giveWay };
}

const sizeCalculation = ({ events }: Fold) => Math.min(limits.perStream + events, limits.folded);

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
