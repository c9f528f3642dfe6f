import mongoose, { type Model } from "mongoose";
import stringify from "safe-stable-stringify";
import type { Mongo } from "../mongo/connect.ts";
import { storedModel } from "../mongo/model.ts";

/** A form in the making: each field with the version that wrote it, so that edits to different fields merge. */
export type Draft = {
  _id: string;
  version: number;
  fields: Record<string, { value: unknown; version: number }>;
  /** Swept after this; none once it has been submitted. */
  endsAt?: Date;
};

export const draftsOf = (mongo: Mongo, service: string): Model<Draft> =>
  storedModel<Draft>(
    mongo,
    `${service}.drafts`,
    {
      version: { type: Number, required: true },
      fields: { type: mongoose.Schema.Types.Mixed, required: true },
      endsAt: Date,
    },
    [{ endsAt: 1 }],
  );

/** `others`: fields that someone else has changed since the version the writer saw. */
type Saved = { version: number; others: string[] } | { clash: string[]; version: number } | undefined;

/**
 * Saves only what changed, over what the writer saw (`seen`). Fields that someone else changed since, to something
 * else, are a clash and nothing is saved; saying the same again changes nothing. `null` takes an answer away.
 */
export async function saveDraft(
  drafts: Model<Draft>,
  id: string,
  seen: number,
  changes: Record<string, unknown>,
): Promise<Saved> {
  for (;;) {
    const draft = await drafts.findById(id).lean();
    if (!draft) return undefined;
    const wanted = Object.entries(changes).filter(
      ([field, value]) => !same(draft.fields[field]?.value, value),
    );
    const isNews = (field: string) => (draft.fields[field]?.version ?? 0) > seen;
    const others = Object.keys(draft.fields).filter((field) => isNews(field) && !(field in changes));
    if (!wanted.length) return { version: draft.version, others };
    const clash = wanted.map(([field]) => field).filter(isNews);
    if (clash.length) return { clash, version: draft.version };
    const version = draft.version + 1;
    const fields = {
      ...draft.fields,
      ...Object.fromEntries(wanted.map(([field, value]) => [field, { value, version }])),
    };
    const saved = await drafts.updateOne({ _id: id, version: draft.version }, { $set: { fields, version } });
    if (saved.modifiedCount === 1) return { version, others };
  }
}

const same = (a: unknown, b: unknown) => stringify(a) === stringify(b);

export const answersOf = (draft: Pick<Draft, "fields">): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(draft.fields)
      .map(([field, { value }]) => [field, value] as const)
      .filter(([, value]) => value !== null && value !== undefined),
  );
