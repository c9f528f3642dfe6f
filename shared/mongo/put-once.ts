import type { Model } from "mongoose";
import { isDuplicateKey } from "./connect.ts";

/**
 * Writes those that are not there yet, and leaves the others as they are; two may do the same at once. How many it wrote: what
 * both wrote at the same moment counts for one of them.
 */
export async function putOnce<T extends { _id: string }>(model: Model<T>, documents: T[]): Promise<number> {
  const writes = documents.map(({ _id, ...fresh }) => ({
    updateOne: { filter: { _id }, update: { $setOnInsert: fresh }, upsert: true },
  }));
  try {
    return (await model.bulkWrite(writes as any, { ordered: false })).upsertedCount;
  } catch (error) {
    // The others of the same call are written all the same.
    if (!isDuplicateKey(error)) throw error;
    return (error as unknown as { result: { upsertedCount: number } }).result.upsertedCount;
  }
}
