import { commitsAfter, commitsOf, headOf, type LogCollection } from "./collection.ts";
import type { Commit } from "./commit.ts";

/** Outcomes kept in memory: enough for whoever follows closely; who fell behind reads the log. */
const keptOutcomes = 4_000;
const pageSize = 500;
/** A wake-up that got lost costs at most this. */
const lookMs = 1_000;

export type Tail = {
  /** The highest number this process knows of. */
  head(): number;
  /** Tells of a commit seen elsewhere in this process, so that nobody has to read it again. */
  offer(commit: Commit): void;
  /** Tells that the log has reached a number, without the commit itself. */
  announce(position: number): void;
  /** The next commits, at most a page; none when the log is not known to reach further. */
  after(position: number): Promise<Commit[]>;
  /** `fromLog`: past what this process remembers, for it has been told that it remembers too little. */
  ofStream(stream: string, after: number, fromLog: boolean): Promise<Commit[]>;
  /** Resolves when the log moves past `position`, or after `ms`. */
  moved(position: number, ms: number): Promise<void>;
  wake(): void;
  close(): void;
};

/** The end of the log, read once a process and kept in memory for all who follow it. */
export function openTail(log: LogCollection): Tail {
  /** Consecutive commits, oldest first. */
  let recent: Commit[] = [];
  let outcomes = 0;
  let head = 0;
  const waiting = new Set<() => void>();

  const looking = setInterval(() => void look().catch(() => {}), lookMs);

  /** Nobody may have told: the commit of another process, with NATS away. */
  async function look() {
    const reached = await headOf(log);
    if (reached <= head) return;
    head = reached;
    wake();
  }

  function wake() {
    const all = [...waiting];
    waiting.clear();
    for (const go of all) go();
  }

  function forget(count: number) {
    for (const commit of recent.slice(0, count)) outcomes -= commit.keys.length;
    recent = recent.slice(count);
  }

  function remember(commit: Commit) {
    const last = recent.at(-1)?._id;
    if (last !== undefined && commit._id <= last) return;
    if (last !== undefined && commit._id !== last + 1) forget(recent.length);
    recent.push(commit);
    outcomes += commit.keys.length;
    if (outcomes <= keptOutcomes) return;
    let cut = 0;
    for (let left = outcomes; left > keptOutcomes / 2; cut++) left -= recent[cut]!.keys.length;
    forget(Math.min(cut, recent.length - 1));
  }

  return {
    head: () => head,
    offer(commit) {
      remember(commit);
      head = Math.max(head, commit._id);
      wake();
    },
    announce(position) {
      if (position <= head) return;
      head = position;
      wake();
    },
    async after(position) {
      if (position >= head) return [];
      const first = recent[0]?._id;
      if (first !== undefined && position >= first - 1 && position < recent.at(-1)!._id) {
        return recent.slice(position - first + 1, position - first + 1 + pageSize);
      }
      const told = head;
      const commits = await commitsAfter(log, position, pageSize);
      // A number that the log has not, as after a restore: whoever believes it asks again without end.
      if (!commits.length && head === told) head = position;
      // Only the very end is worth keeping: a rebuild reads all of the log.
      if (commits.length && position >= (recent.at(-1)?._id ?? head - pageSize))
        for (const commit of commits) remember(commit);
      head = Math.max(head, commits.at(-1)?._id ?? 0);
      return commits;
    },
    ofStream(stream, after, fromLog) {
      const first = recent[0]?._id;
      // `recent` may end before the log does, but whoever decides on too little is told so by the log.
      if (!fromLog && first !== undefined && after >= first - 1 && recent.at(-1)!._id >= head) {
        const own = recent.slice(Math.max(0, after - first + 1));
        return Promise.resolve(
          own.filter((commit) => commit.entries.some((entry) => entry.stream === stream)),
        );
      }
      return commitsOf(log, stream, after, 1_000);
    },
    moved(position, ms) {
      if (head > position) return Promise.resolve();
      return new Promise((resolve) => {
        const timer = setTimeout(done, ms);
        function done() {
          clearTimeout(timer);
          waiting.delete(done);
          resolve();
        }
        waiting.add(done);
      });
    },
    wake,
    close() {
      clearInterval(looking);
      wake();
    },
  };
}
