import { LRUCache } from "lru-cache";
import type { mongo } from "mongoose";
import type { Rows, View } from "./view.ts";

type Stored = Record<string, unknown> & { _id: string };
type Held = { row: object } | { gone: true };

/** The database did not answer: no fault of the view, so the batch is tried again. */
export class RowsUnavailable extends Error {
  override name = "RowsUnavailable";
}

export type RowBatch = {
  rows: Rows<any>;
  /** What one batch changed, for the driver's bulk write. */
  changes(): mongo.AnyBulkWriteOperation<any>[];
  /** The changes are written: what they left behind is true from now on. */
  keep(): void;
  /** The changes are void. */
  forget(): void;
};

/** Rows of one view: what a batch touches, over what earlier batches left in memory, over the collection. */
export function openRows(view: View, collection: () => mongo.Collection<Stored>): RowBatch {
  const known = new LRUCache<string, Held>({ max: 2_000 });
  const touched = new Map<string, Held>();

  async function load(id: string): Promise<Held> {
    try {
      const stored = await collection().findOne({ _id: id });
      if (!stored) return { gone: true };
      const { _id, ...row } = stored;
      return { row };
    } catch (cause) {
      throw new RowsUnavailable(`${view.name} could not be read`, { cause });
    }
  }

  return {
    rows: {
      async get(id) {
        let held = touched.get(id) ?? known.get(id);
        if (!held) {
          held = await load(id);
          known.set(id, held);
        }
        return "row" in held ? held.row : undefined;
      },
      put(id, row) {
        touched.set(id, { row });
      },
      remove(id) {
        touched.set(id, { gone: true });
      },
    },
    changes: () =>
      [...touched].map(
        ([id, held]): mongo.AnyBulkWriteOperation<any> =>
          "row" in held
            ? { replaceOne: { filter: { _id: id }, replacement: held.row, upsert: true } }
            : { deleteOne: { filter: { _id: id } } },
      ),
    keep() {
      for (const [id, held] of touched) known.set(id, held);
      touched.clear();
    },
    forget() {
      touched.clear();
      known.clear();
    },
  };
}
