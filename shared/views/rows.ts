import { LRUCache } from "lru-cache";
import type { mongo } from "mongoose";
import type { Rows, View } from "./view.ts";

type Row = Record<string, unknown>;
type Stored = Row & { _id: string };
type Held = { row: Row } | { gone: true };

/** Rows that `settle` reads with one query. */
const atOnce = 1_000;

/** The database did not answer: no fault of the view, so the batch is tried again. */
export class RowsUnavailable extends Error {
  override name = "RowsUnavailable";
}

export type RowBatch = {
  rows: Rows<any>;
  hasChanged(): boolean;
  /**
   * What one batch changed, for the driver's bulk write in this order. Rows that are not known are taken for new ones,
   * which is what most are, and costs a server half of what it costs to look first. They come first: if one was there, the
   * write fails as a duplicate before anything else is tried, which could only fail because of it.
   */
  changes(): mongo.AnyBulkWriteOperation<any>[];
  /** Reads what was taken for new: what `changes` gives after that is no duplicate. */
  settle(): Promise<void>;
  /** The changes are written: what they left behind is true from now on. */
  keep(): void;
  /** The changes are void. */
  forget(): void;
};

/** Rows of one view: what a batch touches, over what earlier batches left in memory, over the collection. */
export function openRows(view: View, collection: () => mongo.Collection<Stored>): RowBatch {
  const known = new LRUCache<string, Held>({ max: 2_000 });
  const touched = new Map<string, Held>();
  /** What `settle` found, of which there may be more than is kept. */
  const settled = new Map<string, Held>();

  async function load(id: string): Promise<Held> {
    const [found] = await stored([id]);
    if (!found) return { gone: true };
    const { _id, ...row } = found;
    return { row };
  }

  async function stored(ids: string[]): Promise<Stored[]> {
    try {
      return await collection()
        .find({ _id: { $in: ids } })
        .toArray();
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
    hasChanged: () => touched.size > 0,
    changes: () =>
      [...touched]
        .map(([id, held]) => operationOf(id, held, known.get(id) ?? settled.get(id)))
        .sort((a, b) => Number("insertOne" in b) - Number("insertOne" in a)),
    async settle() {
      const ids = [...touched.keys()].filter((id) => !known.has(id));
      for (let from = 0; from < ids.length; from += atOnce) {
        const some = ids.slice(from, from + atOnce);
        for (const id of some) settled.set(id, { gone: true });
        for (const { _id, ...row } of await stored(some)) settled.set(_id, { row });
      }
    },
    keep() {
      for (const [id, held] of touched) known.set(id, held);
      touched.clear();
      settled.clear();
    },
    forget() {
      touched.clear();
      settled.clear();
      known.clear();
    },
  };
}

type Operation = mongo.AnyBulkWriteOperation<any>;

function operationOf(id: string, held: Held, before: Held | undefined): Operation {
  const filter = { _id: id };
  if ("gone" in held) return { deleteOne: { filter } };
  if (!before || "gone" in before) return { insertOne: { document: { _id: id, ...held.row } } };
  return { replaceOne: { filter, replacement: held.row, upsert: true } };
}
