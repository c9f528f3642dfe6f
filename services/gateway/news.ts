import { setTimeout as sleep } from "node:timers/promises";
import type { Commit } from "#shared/log/commit.ts";
import { seenAtMost, type Tail } from "#shared/log/tail.ts";

const times = { again: 500 };

/** What happens from now on, for all in the gateway who want to hear of it. */
export type News = {
  /** Up to where all have heard. */
  position(): number;
  /** What a caller says it has seen, as far as that can be. */
  seen(after: number): Promise<number>;
  /** What has happened since then; undefined when that is longer ago than anyone here remembers. */
  since(position: number): Commit[] | undefined;
  /** In the order of their coming: what is kept is dropped before a page is told to ask for it again. */
  each(hear: (commit: Commit) => void): void;
  stop(): Promise<void>;
};

export function followNews(tail: Tail): News {
  const hearers: ((commit: Commit) => void)[] = [];
  let position = tail.head();
  let running = true;
  const done = follow();

  async function follow() {
    while (running) {
      await tail.moved(position);
      const commits = await tail.after(position).catch(() => undefined);
      for (const commit of commits ?? []) {
        position = commit._id;
        for (const hear of hearers) hear(commit);
      }
      // The log has moved and cannot be read: its database is away.
      if (!commits) await sleep(times.again);
    }
  }

  return {
    position: () => position,
    seen: (after) => seenAtMost(tail, after),
    since: (after) => tail.recent(after),
    each(hear) {
      hearers.push(hear);
    },
    async stop() {
      running = false;
      tail.wake();
      await done;
    },
  };
}
