import { mongo as driver, type mongo } from "mongoose";
import type { Kernel } from "../kernel.ts";
import { database, isDuplicateKey } from "../mongo/connect.ts";
import { type Mark, marksOf } from "./marks.ts";
import type { RowBatch } from "./rows.ts";

export type Change = {
  mark: string;
  generation: number;
  from: number;
  to: number;
  collection: string;
  batch: RowBatch;
};

/** Another copy of this consumer moved the mark first, or a rebuild replaced the rows. */
export class MarkMoved extends Error {
  override name = "MarkMoved";
}

/** Rows and marks in one transaction, the marks compared and set: two copies of a consumer do no harm. */
export async function writeChanges(
  kernel: Kernel,
  session: mongo.ClientSession,
  changes: Change[],
): Promise<void> {
  try {
    await writeOnce(kernel, session, changes);
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    for (const { batch } of changes) await batch.settle();
    await writeOnce(kernel, session, changes);
  }
}

async function writeOnce(kernel: Kernel, session: mongo.ClientSession, changes: Change[]): Promise<void> {
  const db = database(kernel.mongo);
  const marks = marksOf(kernel.mongo);
  try {
    session.startTransaction({
      readConcern: { level: "snapshot" },
      writeConcern: { w: "majority", journal: true },
    });
    const moves = changes.map(({ mark, generation, from, to }) => ({
      updateOne: {
        // While a rebuild puts its rows in place, what is written to the old ones would be lost with them.
        filter: { _id: mark, position: from, generation, swapping: { $exists: false } },
        update: { $set: { position: to } },
      },
    }));
    const moved = await marks.bulkWrite(moves as mongo.AnyBulkWriteOperation<Mark>[], { session });
    if (moved.matchedCount !== moves.length) throw new MarkMoved(changes.map(({ mark }) => mark).join(", "));
    kernel.crashAt("project: before the rows");
    for (const { collection, batch } of changes) {
      const operations = batch.changes();
      if (operations.length)
        await db.collection(collection).bulkWrite(operations, { session, ordered: true });
    }
    kernel.crashAt("project: after the rows");
    await commit(session);
    kernel.crashAt("project: after the commit");
  } catch (error) {
    await session.abortTransaction().catch(() => {});
    throw error;
  }
}

/** Asked once more when the answer got lost; after that the marks tell what became of it. */
async function commit(session: mongo.ClientSession): Promise<void> {
  try {
    await session.commitTransaction();
  } catch (error) {
    const unknown =
      error instanceof driver.MongoError && error.hasErrorLabel("UnknownTransactionCommitResult");
    if (!unknown) throw error;
    await session.commitTransaction();
  }
}
