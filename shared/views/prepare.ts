import type { Stores } from "../kernel.ts";
import { database } from "../mongo/connect.ts";
import type { View } from "./view.ts";

export async function prepareRows(kernel: Stores, view: View, collection: string): Promise<void> {
  const db = database(kernel.mongo);
  const there = await db.listCollections({ name: collection }, { nameOnly: true }).hasNext();
  // Transactions cannot create a collection that another one is reading.
  if (!there) await db.createCollection(collection).catch(() => {});
  for (const index of view.indexes) await db.collection(collection).createIndex(index);
}
