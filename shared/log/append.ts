import { setTimeout as sleep } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import type { Clock } from "../clock/clock.ts";
import { isDuplicateKey } from "../mongo/connect.ts";
import { chained, noHash } from "./chain.ts";
import { answersTo, commitsAfter, type LogCollection, lastOf } from "./collection.ts";
import type { Appended, Commit, Entry, Happened } from "./commit.ts";
import type { CrashAt } from "./crash.ts";
import { entryOf, happenedAt } from "./events.ts";

export const limits = { outcomes: 200, length: 256 * 1024, streams: 100_000, remembered: 20 };
/** How long another's commit may take to become visible after its number is taken. */
const patience = { tries: 40, ms: 25 };

type Waiting = {
  entry: Entry;
  /** Of it as JSON, which is found in a quarter of the time that its size in bytes takes. */
  length: number;
  done: (result: Appended) => void;
  fail: (error: unknown) => void;
};

export type Appender = { append(entry: Entry): Promise<Appended>; head(): number; stats: AppendStats };
export type AppendStats = { commits: number; outcomes: number; lostRaces: number; stale: number };

/**
 * Writes entries of all streams as numbered commits, many in one document.
 * Several appenders may run at once: each number can be written once, so the slower one reads on and tries again.
 */
export async function openAppender(
  log: LogCollection,
  options: {
    clock: Clock;
    crashAt: CrashAt;
    onCommit: (commit: Commit) => void;
    /** A simulation has its own time. */
    pause?: (ms: number) => Promise<unknown>;
  },
): Promise<Appender> {
  const { clock, crashAt, onCommit, pause = sleep } = options;
  /** Last commit of each stream, as far as this process has seen the log. */
  const lastCommit = new LRUCache<string, number>({ max: limits.streams });
  const stats: AppendStats = { commits: 0, outcomes: 0, lostRaces: 0, stale: 0 };
  /** The newest commits, for those who decided just before them. */
  let newest: Commit[] = [];
  const last = await lastOf(log);
  let head = last?._id ?? 0;
  let sealed = last?.hash ?? noHash;
  let queue: Waiting[] = [];
  let working = false;

  function append(entry: Entry): Promise<Appended> {
    const keys = new Set(entry.outcomes.map(({ key }) => key));
    // The index refuses a key that another commit holds, not one that stands twice in the same.
    if (keys.size < entry.outcomes.length) return Promise.reject(new Error("An entry holds a key twice."));
    return new Promise((done, fail) => {
      queue.push({ entry, length: JSON.stringify(entry).length, done, fail });
      if (!working) void work();
    });
  }

  async function work() {
    working = true;
    // Callers of the same turn of the event loop share the first commit.
    await new Promise(setImmediate);
    while (queue.length) {
      const batch = takeBatch();
      try {
        const fresh = await withoutStale(batch);
        if (fresh.length) await commit(fresh);
      } catch (error) {
        for (const waiting of batch) waiting.fail(error);
      }
    }
    working = false;
  }

  /** As many as fit one commit; one entry a stream, and no key twice, for the index does not look inside a document. */
  function takeBatch(): Waiting[] {
    const batch: Waiting[] = [];
    const later: Waiting[] = [];
    const streams = new Set<string>();
    const keys = new Set<string>();
    let outcomes = 0;
    let length = 0;
    for (const waiting of queue) {
      const { stream, outcomes: own } = waiting.entry;
      const full = outcomes + own.length > limits.outcomes || length + waiting.length > limits.length;
      const clash = streams.has(stream) || own.some((outcome) => keys.has(outcome.key));
      if (batch.length && (full || clash)) {
        later.push(waiting);
        continue;
      }
      batch.push(waiting);
      streams.add(stream);
      for (const outcome of own) keys.add(outcome.key);
      outcomes += own.length;
      length += waiting.length;
    }
    queue = later;
    return batch;
  }

  async function withoutStale(batch: Waiting[]): Promise<Waiting[]> {
    const fresh: Waiting[] = [];
    // Decided on a commit that this process has not seen: another's, or its own whose answer got lost.
    // Before anyone is judged: what is read here may make stale what was fresh.
    if (batch.some(({ entry }) => entry.after > head)) await readOn();
    for (const waiting of batch) {
      const last = await lastCommitOf(waiting.entry.stream);
      if (last === waiting.entry.after) fresh.push(waiting);
      else {
        stats.stale++;
        const since = happenedSince(waiting.entry);
        waiting.done({ stale: true, ...(since && { since }) });
      }
    }
    return fresh;
  }

  /** Each entry names the commit before it in its stream, so what memory has is whole when its first one follows. */
  function happenedSince({ stream, after }: Entry): Happened[] | undefined {
    const missed = newest.filter((commit) => commit._id > after && entryOf(commit, stream));
    if (!missed[0] || entryOf(missed[0], stream)?.after !== after) return undefined;
    return missed.map((commit) => happenedAt(commit, stream));
  }

  async function lastCommitOf(stream: string): Promise<number> {
    const known = lastCommit.get(stream);
    if (known !== undefined) return known;
    const query = { "entries.stream": stream, _id: { $lte: head } };
    const commit = await log
      .find(query, { projection: { _id: 1 } })
      .sort({ _id: -1 })
      .limit(1)
      .next();
    const last = commit?._id ?? 0;
    lastCommit.set(stream, last);
    return last;
  }

  async function commit(batch: Waiting[]): Promise<void> {
    const entries = batch.map((waiting) => waiting.entry);
    const keys = entries.flatMap((entry) => entry.outcomes.map((outcome) => outcome.key));
    const next = chained<Commit>(sealed, { _id: head + 1, at: clock.now(), entries, keys });
    try {
      crashAt("append: before the commit");
      // What JSON leaves out must not come back as null, or the seal would not fit.
      await log.insertOne(next, { ignoreUndefined: true });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return resolveClash(batch, keys);
    }
    crashAt("append: after the commit");
    learn(next);
    stats.commits++;
    stats.outcomes += keys.length;
    onCommit(next);
    crashAt("append: before the reply");
    for (const waiting of batch) waiting.done({ position: next._id });
  }

  /** Either someone else wrote this number, or some key was answered before. */
  async function resolveClash(batch: Waiting[], keys: string[]): Promise<void> {
    for (let tries = 0; tries < patience.tries; tries++) {
      if (await readOn()) {
        stats.lostRaces++;
        queue.unshift(...batch);
        return;
      }
      if (await answerAgain(batch, keys)) return;
      // It is written, but no majority has it yet, so no read shows it.
      await pause(patience.ms);
    }
    throw new Error("The log refused a commit, but neither its number nor its keys are there.");
  }

  /** Whether there was anything new. */
  async function readOn(): Promise<boolean> {
    const before = head;
    for (;;) {
      const commits = await commitsAfter(log, head, 500);
      if (!commits.length) return head > before;
      for (const commit of commits) {
        learn(commit);
        onCommit(commit);
      }
    }
  }

  async function answerAgain(batch: Waiting[], keys: string[]): Promise<boolean> {
    const answers = await answersTo(log, keys);
    if (!answers.length) return false;
    for (const waiting of batch) {
      const done = answers.filter((answer) =>
        waiting.entry.outcomes.some((outcome) => outcome.key === answer.key),
      );
      if (done.length) waiting.done({ done });
      else queue.unshift(waiting);
    }
    return true;
  }

  function learn(commit: Commit) {
    head = commit._id;
    sealed = commit.hash;
    newest = [...newest, commit].slice(-limits.remembered);
    for (const entry of commit.entries) lastCommit.set(entry.stream, commit._id);
  }

  return { append, head: () => head, stats };
}
