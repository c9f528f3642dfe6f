import { newId } from "../ids.ts";
import type { Stores } from "../kernel.ts";
import { commitsAfter } from "../log/collection.ts";
import { eventsOf } from "../log/events.ts";
import { database, isDuplicateKey } from "../mongo/connect.ts";
import { ensureMark, markOf, marksOf } from "./marks.ts";
import { prepareRows } from "./prepare.ts";
import { openRows } from "./rows.ts";
import type { View } from "./view.ts";

const pageSize = 500;
/** Rows in one transaction. */
const most = 1_000;
const abandonedMs = 24 * 60 * 60_000;

/**
 * Builds the view from the first commit beside the old one, which goes on, then puts it in its place.
 * The mark is compared and set when both stand at the same number, and takes a new generation: whoever else
 * follows, or builds too, notices that its rows are no longer the ones.
 */
export async function rebuild(kernel: Stores, view: View): Promise<void> {
  const db = database(kernel.mongo);
  const marks = marksOf(kernel.mongo);
  const { generation } = await ensureMark(marks, view.name, view.version);
  const next = `${view.name}.next-${Date.now()}-${newId()}`;
  await prepareRows(kernel, view, next);
  const fold = openFold(kernel, view, next);
  for (;;) {
    const position = await fold.on();
    const live = await markOf(marks, view.name);
    if (live.generation !== generation) break;
    if (live.position > position) continue;
    const taken = await marks.updateOne(
      { _id: view.name, position: live.position, generation },
      {
        $set: { position, version: view.version, generation: generation + 1, swapping: next },
        $unset: { failed: true },
      },
    );
    if (taken.matchedCount === 1) return finishSwap(kernel, view);
  }
  // Somebody else was faster, from the same log.
  await db.dropCollection(next).catch(() => {});
}

function openFold(kernel: Stores, view: View, collection: string) {
  const rows = database(kernel.mongo).collection<any>(collection);
  const batch = openRows(view, () => rows);
  let position = 0;

  async function write(): Promise<void> {
    const operations = batch.changes();
    for (let from = 0; from < operations.length; from += most)
      await writeSome(operations.slice(from, from + most));
  }

  /** Nobody else reads these rows yet; but alone, each would wait for the disk: ten times as long in all. */
  async function writeSome(operations: ReturnType<typeof batch.changes>): Promise<void> {
    const session = kernel.mongo.getClient().startSession();
    try {
      await session.withTransaction(() => rows.bulkWrite(operations, { ordered: true, session }));
    } finally {
      await session.endSession();
    }
  }

  return {
    /** Folds what there is, and says up to where. */
    async on(): Promise<number> {
      for (;;) {
        const commits = await commitsAfter(kernel.log, position, pageSize);
        const last = commits.at(-1);
        if (!last) return position;
        for (const event of commits.flatMap(eventsOf)) await view.on[event.type]?.(event, batch.rows);
        await write().catch(async (error) => {
          if (!isDuplicateKey(error)) throw error;
          await batch.settle();
          await write();
        });
        batch.keep();
        position = last._id;
      }
    },
  };
}

/** Also run when a mark is found in the middle of it: a process may have died between the mark and the rename. */
export async function finishSwap(kernel: Stores, view: View): Promise<void> {
  const db = database(kernel.mongo);
  const { swapping } = await markOf(marksOf(kernel.mongo), view.name);
  if (!swapping) return;
  if (await db.listCollections({ name: swapping }, { nameOnly: true }).hasNext()) {
    await db.renameCollection(swapping, view.name, { dropTarget: true });
  }
  await marksOf(kernel.mongo).updateOne({ _id: view.name, swapping }, { $unset: { swapping: true } });
}

/**
 * Rows of rebuilds that were killed. A long log may take hours, and what were dropped under a rebuild at work would come back
 * with a part of its rows: so they stay for a day.
 */
export async function dropAbandoned(kernel: Stores, view: View): Promise<void> {
  const db = database(kernel.mongo);
  const { swapping } = await markOf(marksOf(kernel.mongo), view.name);
  const beginning = `${view.name}.next-`;
  const all = await db.listCollections({}, { nameOnly: true }).toArray();
  for (const { name } of all) {
    if (!name.startsWith(beginning) || name === swapping) continue;
    const begun = Number(/^\d{13}(?=-)/.exec(name.slice(beginning.length))?.[0] ?? 0);
    if (Date.now() - begun > abandonedMs) await db.dropCollection(name).catch(() => {});
  }
}
