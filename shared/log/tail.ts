import { commitsAfter, happenedAfter, type LogCollection } from "./collection.ts";
import type { Commit, Happened } from "./commit.ts";
import { entryOf, happenedAt } from "./events.ts";

/** Outcomes kept in memory: enough for whoever follows closely; who fell behind reads the log. */
const keptOutcomes = 4_000;
const pageSize = 500;
/** Commits of one stream that are read at a time. */
export const streamPage = 1_000;
/** A wake-up that got lost costs at most this. */
const lookMs = 1_000;

export type Tail = {
  /** The highest number this process knows of. */
  head(): number;
  /** Tells of a commit seen elsewhere in this process, so that nobody has to read it again. */
  offer(commit: Commit): void;
  /** Tells that the log has reached a number, without the commit itself. */
  announce(position: number): void;
  /** The next commits, at most `most` or a page; none when the log is not known to reach further. */
  after(position: number, most?: number): Promise<Commit[]>;
  /** All from there on that are in memory; undefined when it does not reach back there, or the log not so far. */
  recent(position: number): Commit[] | undefined;
  /** Fewer than `streamPage` when there are no more. `fromLog`: past what this process remembers, for it has been told that it remembers too little. */
  ofStream(stream: string, after: number, fromLog: boolean): Promise<Happened[]>;
  /** Reads on to the true end of the log, which `head` then is. */
  catchUp(): Promise<void>;
  /** Resolves when the log moves past `position`, and every second without it: whoever asks, asks again. */
  moved(position: number): Promise<void>;
  wake(): void;
  close(): void;
};

/** Nobody has seen more than the log holds: a wild number means its end, which is looked up once for all who say one. */
export async function seenAtMost(tail: Tail, after: number): Promise<number> {
  if (after <= tail.head()) return after;
  await tail.catchUp();
  return Math.min(after, tail.head());
}

/** The end of the log, read once a process and kept in memory for all who follow it. */
export function openTail(log: LogCollection): Tail {
  /** Consecutive commits, oldest first. */
  let recent: Commit[] = [];
  let outcomes = 0;
  let head = 0;
  /** One for all who wait: each commit wakes a dozen of them. */
  let next = Promise.withResolvers<void>();

  /** Nobody may have told: the commit of another process, with NATS away. */
  const looking = setInterval(() => void readOn(head).then(wake, wake), lookMs);
  let reading: Promise<void> | undefined;

  /** Reads the end of the log, from where memory stops or else from `position`, once for all who ask meanwhile. */
  async function readOn(position: number): Promise<void> {
    // One that is under way may have begun before what this caller has heard of.
    await reading?.catch(() => {});
    reading ??= readToEnd(position).finally(() => {
      reading = undefined;
    });
    return reading;
  }

  async function readToEnd(position: number): Promise<void> {
    for (;;) {
      const commits = await commitsAfter(log, recent.at(-1)?._id ?? position, pageSize);
      for (const commit of commits) remember(commit);
      const last = commits.at(-1)?._id ?? 0;
      if (last > head) {
        head = last;
        wake();
      }
      if (commits.length < pageSize) return;
    }
  }

  function wake() {
    const { resolve } = next;
    next = Promise.withResolvers();
    resolve();
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

  /** The next commits that are in memory; none when it does not reach there. */
  function keptAfter(position: number, most: number): Commit[] | undefined {
    const first = recent[0]?._id;
    if (first === undefined || position < first - 1 || position >= recent.at(-1)!._id) return undefined;
    return recent.slice(position - first + 1, position - first + 1 + most);
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
    async after(position, most = pageSize) {
      if (position >= head) return [];
      const told = head;
      // Whoever follows closely shares what is read; what lies further back, as for a rebuild, is not worth keeping.
      const isClose = position >= (recent.at(-1)?._id ?? head - pageSize);
      if (!keptAfter(position, most) && isClose) await readOn(position);
      const commits = keptAfter(position, most) ?? (await commitsAfter(log, position, most));
      // A number that the log has not, as after a restore: whoever believes it asks again without end.
      if (!commits.length && head === told) head = position;
      head = Math.max(head, commits.at(-1)?._id ?? 0);
      return commits;
    },
    recent(position) {
      if (position === head) return [];
      const first = recent[0]?._id;
      const reaches = first !== undefined && position >= first - 1 && position < head;
      return reaches ? recent.slice(position - first + 1) : undefined;
    },
    async ofStream(stream, after, fromLog) {
      if (fromLog) await readOn(after);
      const first = recent[0]?._id;
      // `recent` may end before the log does, but whoever decides on too little is told so by the log.
      if (first !== undefined && after >= first - 1 && (fromLog || recent.at(-1)!._id >= head)) {
        const own = recent.slice(Math.max(0, after - first + 1));
        return own.filter((commit) => entryOf(commit, stream)).map((commit) => happenedAt(commit, stream));
      }
      return happenedAfter(log, stream, after, streamPage);
    },
    catchUp: () => readOn(head),
    moved: (position) => (head > position ? Promise.resolve() : next.promise),
    wake,
    close() {
      clearInterval(looking);
      wake();
    },
  };
}
