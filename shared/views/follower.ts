import { setTimeout as sleep } from "node:timers/promises";
import type { Kernel } from "../kernel.ts";
import type { Commit } from "../log/commit.ts";
import { eventsOf } from "../log/events.ts";
import { database } from "../mongo/connect.ts";
import { limits, type Mark, markOf, marksOf } from "./marks.ts";
import { watchForOrphans } from "./orphans.ts";
import { finishSwap } from "./rebuild.ts";
import { openRows, type RowBatch, RowsUnavailable } from "./rows.ts";
import { standStill, triesBeforeStop } from "./standstill.ts";
import type { View } from "./view.ts";
import { MarkMoved, writeChanges } from "./write.ts";

const times = { standby: 2_000, again: 200, retry: 100 };

export type Follower = {
  follows(view: string): boolean;
  position(view: string): number;
  stop(): Promise<void>;
};

type Followed = {
  view: View;
  saved: number;
  generation: number;
  /** Another version of the code has built the rows anew: these are not ours to write any more. */
  outdated: boolean;
  batch: RowBatch;
};

class ViewFailed extends Error {
  override name = "ViewFailed";
  readonly followed: Followed;
  readonly event: { id: string; position: number };
  constructor(followed: Followed, event: { id: string; position: number }, cause: unknown) {
    super(`${followed.view.name} failed at ${event.id}`, { cause });
    this.followed = followed;
    this.event = event;
  }
}

/**
 * Follows the log for some views. `leave` is called for a view that fails, which then follows alone;
 * a follower without it has one view, goes commit by commit, and stops at the event it cannot take.
 */
export async function startFollower(
  kernel: Kernel,
  views: View[],
  leave: ((view: View) => Promise<void>) | undefined,
): Promise<Follower> {
  const { tail } = kernel;
  const marks = marksOf(kernel.mongo);
  const db = database(kernel.mongo);
  let followed: Followed[] = views.map((view) => ({
    view,
    saved: 0,
    generation: 0,
    outdated: false,
    batch: openRows(view, () => db.collection<any>(view.name)),
  }));
  let position = 0;
  let running = true;

  const session = kernel.mongo.getClient().startSession();
  const orphans = watchForOrphans(
    kernel,
    session,
    views.map(({ name }) => name),
  );

  try {
    await orphans.sign();
    await fromMarks();
  } catch (error) {
    await session.endSession();
    throw error;
  }
  const done = loop();

  async function fromMarks() {
    for (const one of followed) one.batch.forget();
    for (const one of followed) {
      const mark = await settledMark(one.view);
      one.saved = mark.position;
      one.generation = mark.generation;
      one.outdated = mark.version !== one.view.version;
    }
    position = Math.min(...followed.map((one) => one.saved));
  }

  /** A rebuild is about to rename the rows: what is written before that would be lost. */
  async function settledMark(view: View): Promise<Mark> {
    for (let tries = 0; tries < 20; tries++) {
      const mark = await markOf(marks, view.name);
      if (!mark.swapping) return mark;
      await sleep(times.again);
    }
    await finishSwap(kernel, view);
    return markOf(marks, view.name);
  }

  async function loop() {
    let failures = 0;
    while (running) {
      try {
        if (!followed.length || !(await step())) await tail.moved(position);
        failures = 0;
      } catch (error) {
        if (!running) break;
        // What goes wrong here with a server is no fault of the view, and comes by again.
        if (error instanceof ViewFailed) failures = await fail(error, failures + 1).catch(() => 0);
        else await orphans.conflict(error).catch(() => {});
        await startOver(error instanceof MarkMoved);
      }
    }
  }

  /** Forgets what was folded in vain. When the marks have moved, another copy is at work and this one stands by. */
  async function startOver(overtaken: boolean) {
    const before = followed.map((one) => one.saved);
    let read = false;
    while (running && !read) {
      await sleep(times.again * (0.5 + Math.random()));
      read = await fromMarks().then(
        () => true,
        () => false,
      );
    }
    if (!overtaken && followed.every((one, n) => one.saved === before[n])) return;
    await sleep(times.standby);
    // What the other copy has done meanwhile need not be done again.
    await fromMarks().catch(() => {});
  }

  /** Folds what has come since; false when there was nothing. */
  async function step(): Promise<boolean> {
    const commits = (await tail.after(position)).slice(0, leave ? undefined : 1);
    const last = commits.at(-1);
    if (!last) return false;
    await fold(commits);
    // When one is written the marks of all go along: a copy that stands by begins at the lowest, and would look behind.
    const isWritten = followed.some((one) => one.batch.hasChanged());
    const changed = followed.filter(
      (one) =>
        one.batch.hasChanged() || (!one.outdated && (isWritten || last._id - one.saved >= limits.idle)),
    );
    const began = performance.now();
    if (changed.length) {
      await writeChanges(
        kernel,
        session,
        changed.map(({ view, generation, saved, batch }) => ({
          mark: view.name,
          generation,
          from: saved,
          to: last._id,
          collection: view.name,
          batch,
        })),
      );
    }
    orphans.written();
    for (const one of changed) {
      one.batch.keep();
      one.saved = last._id;
    }
    position = last._id;
    // As long as it wrote, so that it writes more at a time: sign-ups came to 3,000/s and more in place of 2,440/s.
    if (changed.length) await kernel.executor.giveWay(performance.now() - began);
    return true;
  }

  async function fold(commits: Commit[]) {
    for (const event of commits.flatMap(eventsOf)) {
      for (const one of followed) {
        const on = one.view.on[event.type];
        if (!on || one.outdated || event.position <= one.saved) continue;
        try {
          await on(event, one.batch.rows);
        } catch (error) {
          if (error instanceof RowsUnavailable) throw error;
          throw new ViewFailed(one, event, error);
        }
      }
    }
  }

  /** Returns how often in a row it has failed, 0 when it no longer is this follower's. */
  async function fail(error: ViewFailed, tries: number): Promise<number> {
    const { followed: one, event } = error;
    if (leave) {
      // Ours until it is followed elsewhere: else a server that is away would leave it to nobody.
      await leave(one.view);
      followed = followed.filter((other) => other !== one);
      return 0;
    }
    if (tries < triesBeforeStop) {
      await sleep(times.retry * 2 ** tries);
      return tries;
    }
    const { clock } = kernel;
    await standStill({ marks, clock }, one.view.name, { event, cause: error.cause, tries }, () => running);
    return 0;
  }

  return {
    follows: (view) => followed.some((one) => one.view.name === view),
    position: () => position,
    async stop() {
      running = false;
      tail.wake();
      await done;
      await session.endSession();
    },
  };
}
