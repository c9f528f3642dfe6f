import type { mongo } from "mongoose";
import type { Kernel } from "../kernel.ts";
import { database, isDuplicateKey } from "../mongo/connect.ts";

/** The sessions in which a view has been written of late, the newest last. */
type Followers = { _id: string; sessions: mongo.Binary[] };

const conflictsBeforeEnd = 4;
const kept = 50;

/**
 * A process that is killed inside a transaction leaves its rows locked for up to a minute. Whoever follows the same
 * views meets that lock again and again while no mark moves; then it ends the sessions of all others that signed.
 * Should one be alive after all, its transaction fails and it stands by.
 */
export function watchForOrphans(kernel: Kernel, session: mongo.ClientSession, views: string[]) {
  // Apart from the marks, which the killed has locked: there the signature of who dies in its first write would be lost.
  const followers = database(kernel.mongo).collection<Followers>("followers");
  const own = session.id!.id;
  let conflicts = 0;

  async function endOthers() {
    const found = await followers.find({ _id: { $in: views } }).toArray();
    const others = found.flatMap(({ sessions }) => sessions).filter((other) => !sameAs(other, own));
    if (others.length) await database(kernel.mongo).command({ killSessions: others.map((id) => ({ id })) });
  }

  function write() {
    const newest = { $each: [own], $slice: -kept };
    return followers.bulkWrite(
      views.map((_id) => ({
        updateOne: { filter: { _id }, update: { $push: { sessions: newest } }, upsert: true },
      })),
    );
  }

  return {
    /** Once, before the first write. */
    async sign() {
      if (!views.length) return;
      // Two that start at once may both begin the row.
      await write().catch((error) => (isDuplicateKey(error) ? write() : Promise.reject(error)));
    },
    written() {
      conflicts = 0;
    },
    async conflict(error: unknown) {
      if ((error as { code?: number }).code !== 112) return;
      conflicts++;
      if (conflicts % conflictsBeforeEnd === 0) await endOthers();
    },
  };
}

const sameAs = (a: mongo.Binary, b: mongo.Binary) => Buffer.from(a.buffer).equals(Buffer.from(b.buffer));
