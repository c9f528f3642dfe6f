import type { Model } from "mongoose";
import { isDuplicateKey, type Mongo } from "#shared/mongo/connect.ts";
import { storedModel } from "#shared/mongo/model.ts";
import type { ListName } from "../lists/contract.ts";

/** Filters of a list under a name. */
export type SavedView = { view: string; list: ListName; name: string; search: string; shared: boolean };

/** Those of a person; `first`: what lists open with, which may be somebody else's. */
export type Kept = { views: SavedView[]; first: { list: ListName; view: string }[] };

type Stored = Kept & { _id: string; version: number };

export const savedViewsOf = (mongo: Mongo): Model<Stored> =>
  storedModel<Stored>(
    mongo,
    "identity.saved-views",
    {
      _id: { type: String, idOf: "person" },
      version: { type: Number, required: true },
      views: [{ _id: false, view: String, list: String, name: String, search: String, shared: Boolean }],
      first: [{ _id: false, list: String, view: String }],
    },
    [{ "views.shared": 1 }],
  );

/** What comes of a step: views as they are from now on, or why not. */
export type Decided<R> = { kept: Kept; refusal?: never } | { refusal: R; kept?: never };

const none: Kept = { views: [], first: [] };

export async function keptBy(mongo: Mongo, person: string): Promise<Kept> {
  return (await savedViewsOf(mongo).findById(person).lean<Stored>()) ?? none;
}

/** Decided anew when another request of theirs came between: of two at once none is lost. */
export async function changeKept<R>(
  mongo: Mongo,
  person: string,
  decide: (kept: Kept) => Decided<R>,
): Promise<R | undefined> {
  const all = savedViewsOf(mongo);
  for (;;) {
    const stored = await all.findById(person).lean<Stored>();
    const decided = decide(stored ?? none);
    if (!decided.kept) return decided.refusal;
    const { views, first } = decided.kept;
    if (await write(all, { _id: person, version: (stored?.version ?? 0) + 1, views, first }))
      return undefined;
  }
}

/** False when another has written this version. */
async function write(all: Model<Stored>, { _id, version, views, first }: Stored): Promise<boolean> {
  if (version > 1) {
    const written = await all.updateOne({ _id, version: version - 1 }, { $set: { version, views, first } });
    return written.modifiedCount === 1;
  }
  try {
    await all.create({ _id, version, views, first });
    return true;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return false;
  }
}
