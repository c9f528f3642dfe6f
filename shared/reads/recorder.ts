import { setTimeout as sleep } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import type { Clock } from "../clock/clock.ts";
import { Unrecorded } from "../errors/errors.ts";
import { newId } from "../ids.ts";
import { chained, noHash } from "../log/chain.ts";
import { isDuplicateKey, type Mongo } from "../mongo/connect.ts";
import { type Batch, batchCollection, keptMs, type Read } from "./batches.ts";
import { reasonsOf } from "./reasons.ts";

const limits = { reads: 500, remembered: 10_000 };
/** How long another's batch may take to become visible after its number is taken. */
const patience = { tries: 20, ms: 25 };

type Waiting = { read: Read; done: () => void; fail: (error: unknown) => void };

export type Reads = {
  /** Resolves once it is written; the same read of one request is written once. `why`: the caller's own words. */
  record(read: Read, why?: string): Promise<void>;
};

/** Writes what is read in batches: all that come while one is written go into the next. Several processes may write. */
export function openReads(mongo: Mongo, clock: Clock): Reads {
  const batches = batchCollection(mongo);
  /** Of a request that is tried again, or of a page that is followed, which asks again and again. */
  const known = new LRUCache<string, Promise<void>>({ max: limits.remembered });
  let queue: Waiting[] = [];
  let working = false;

  function record(read: Read, why?: string): Promise<void> {
    const same = [read.trace, read.person, read.organisation, read.action, read.record].join(" ");
    const before = read.trace && known.get(same);
    if (before) return before;
    const recorded = written(read, why);
    if (read.trace) {
      known.set(same, recorded);
      recorded.catch(() => known.delete(same));
    }
    return recorded;
  }

  async function written(read: Read, why: string | undefined): Promise<void> {
    const reason = why && (await remembered(read.person, why));
    await new Promise<void>((done, fail) => {
      queue.push({ read: { ...read, ...(reason && { reason }) }, done, fail });
      if (!working) void work();
    });
  }

  async function remembered(person: string, text: string): Promise<string> {
    const _id = newId();
    const endsAt = new Date(clock.now().getTime() + keptMs);
    await reasonsOf(mongo).create({ _id, person, text, endsAt });
    return _id;
  }

  async function work() {
    working = true;
    while (queue.length) {
      const batch = queue.slice(0, limits.reads);
      queue = queue.slice(limits.reads);
      try {
        await write(batch.map(({ read }) => read));
        for (const { done } of batch) done();
      } catch (error) {
        for (const { fail } of batch) fail(error);
      }
    }
    working = false;
  }

  /** A number is written once: whoever comes second takes the next. */
  async function write(reads: Read[]): Promise<void> {
    for (let tries = 0; tries < patience.tries; tries++) {
      const projection = { hash: 1, at: 1, endsAt: 1 };
      const last = await batches.find({}, { projection }).sort({ _id: -1 }).limit(1).next();
      try {
        await batches.insertOne(next(last, reads, clock.now()), { ignoreUndefined: true });
        return;
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        await sleep(patience.ms * Math.random());
      }
    }
    throw new Unrecorded(reads[0]!.action);
  }

  return { record };
}

/** Never earlier than the one before, so that those which end first stand in front. */
function next(last: Batch | null, reads: Read[], now: Date): Batch {
  const at = last && last.at > now ? last.at : now;
  const before = last ? { hash: last.hash, endsAt: last.endsAt } : { hash: noHash };
  const endsAt = new Date(at.getTime() + keptMs);
  return chained<Batch>(before.hash, { _id: (last?._id ?? 0) + 1, at, endsAt, before, reads });
}
