import type { mongo } from "mongoose";
import type { Kernel } from "../kernel.ts";
import { database } from "../mongo/connect.ts";
import { markOf, marksOf } from "./marks.ts";

const conflictsBeforeEnd = 4;

/**
 * A process that is killed inside a transaction leaves its rows locked for up to a minute. Whoever follows the same
 * views meets that lock again and again while no mark moves; then it ends the session that the mark names.
 * Should that one be alive after all, its transaction fails and it stands by.
 */
export function watchForOrphans(kernel: Kernel, session: mongo.ClientSession, views: string[]) {
  const marks = marksOf(kernel.mongo);
  const own = session.id!.id;
  let conflicts = 0;

  async function endOthers() {
    for (const view of views) {
      const { session: other } = await markOf(marks, view);
      if (!other || sameAs(other, own)) continue;
      await database(kernel.mongo).command({ killSessions: [{ id: other }] });
    }
  }

  /** Every write signs; this is for whoever dies in the first one. A lock on the mark is not waited for. */
  async function sign() {
    const signature = { $set: { session: own } };
    for (const view of views)
      await marks.updateOne({ _id: view }, signature, { maxTimeMS: 500 }).catch(() => {});
  }

  return {
    sign,
    written() {
      conflicts = 0;
    },
    async conflict(error: unknown) {
      if ((error as { code?: number }).code !== 112) return;
      conflicts++;
      if (conflicts % conflictsBeforeEnd !== 0) return;
      await endOthers();
      // The lock was there when this follower started, so it has not signed yet; it may die in its first write too.
      await sign();
    },
  };
}

const sameAs = (a: mongo.Binary, b: mongo.Binary) => Buffer.from(a.buffer).equals(Buffer.from(b.buffer));
