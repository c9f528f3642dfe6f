import mongoose, { type Model } from "mongoose";
import stringify from "safe-stable-stringify";
import type { Asked } from "../contract/execute.ts";
import type { Mongo } from "../mongo/connect.ts";
import { absent, below } from "../mongo/filters.ts";
import { storedModel } from "../mongo/model.ts";
import type { RetentionTerm } from "./terms.ts";

/** A form in the making: each field with the version that wrote it, so that edits to different fields merge. */
export type Draft = {
  _id: string;
  version: number;
  fields: Record<string, { value: unknown; version: number }>;
  /** Swept after this; none from when an event has come of it until one ends its term (`keeper.ts`). */
  endsAt?: Date;
  term?: RetentionTerm;
  /** The command that hands this version in. While it stands here, nobody writes. */
  sealed?: Asked;
};

export const draftsOf = (mongo: Mongo, service: string): Model<Draft> =>
  storedModel<Draft>(
    mongo,
    `${service}.drafts`,
    {
      version: { type: Number, required: true },
      fields: { type: mongoose.Schema.Types.Mixed, required: true },
      endsAt: Date,
      term: { type: String, default: "while-registered" },
      sealed: { type: mongoose.Schema.Types.Mixed },
    },
    [{ endsAt: 1 }],
  );

/** `others`: fields that someone else has changed since the version the writer saw. */
type Saved =
  | { version: number; others: string[] }
  | { clash: string[]; version: number }
  | { sealed: Asked; version: number }
  | undefined;

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
    // Whoever names a version that never was has seen none.
    const known = seen > draft.version ? 0 : seen;
    const isNews = (field: string) => (draft.fields[field]?.version ?? 0) > known;
    const others = Object.keys(draft.fields).filter((field) => isNews(field) && !(field in changes));
    if (!wanted.length) return { version: draft.version, others };
    if (draft.sealed) return { sealed: draft.sealed, version: draft.version };
    const clash = wanted.map(([field]) => field).filter(isNews);
    if (clash.length) return { clash, version: draft.version };
    const version = draft.version + 1;
    const fields = {
      ...draft.fields,
      ...Object.fromEntries(wanted.map(([field, value]) => [field, { value, version }])),
    };
    const seenNow = { _id: id, version: draft.version, sealed: absent };
    const saved = await drafts.updateOne(seenNow, { $set: { fields, version } });
    if (saved.modifiedCount === 1) return { version, others };
  }
}

/** Seals the draft as it was read, in place of the seal it had; false when it has changed since. */
export async function sealDraft(
  drafts: Model<Draft>,
  { _id, version, sealed }: Draft,
  by: Asked,
): Promise<boolean> {
  if (sealed?.key === by.key) return true;
  const seenNow = { _id, version, ...(sealed ? { "sealed.key": sealed.key } : { sealed: absent }) };
  return (await drafts.updateOne(seenNow, { $set: { sealed: by } })).modifiedCount === 1;
}

export async function unsealDraft(drafts: Model<Draft>, id: string, { key }: Asked): Promise<void> {
  await drafts.updateOne({ _id: id, "sealed.key": key }, { $unset: { sealed: true } });
}

const same = (a: unknown, b: unknown) => stringify(a) === stringify(b);

export const answersOf = (draft: Pick<Draft, "fields">): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(draft.fields)
      .map(([field, { value }]) => [field, value] as const)
      .filter(([, value]) => value !== null && value !== undefined),
  );

/** What is being handed in has a day more, as documents have: the event that comes of it may be on its way. */
const sealedMs = 24 * 60 * 60_000;

/** Answers those that it has deleted. */
export async function sweepDrafts(mongo: Mongo, service: string, now: Date) {
  const drafts = draftsOf(mongo, service);
  const ended = { endsAt: below(now), sealed: absent };
  const endedLongAgo = { endsAt: below(new Date(now.getTime() - sealedMs)) };
  const over = { $or: [ended, endedLongAgo] };
  const swept: Pick<Draft, "_id" | "term">[] = [];
  for (const { _id, term } of await drafts.find(over, { term: 1 }).lean())
    if ((await drafts.deleteOne({ _id, ...over })).deletedCount) swept.push({ _id, ...(term && { term }) });
  return swept;
}

/** From its first event on, a record is no draft any more. It is called as its draft was. */
export async function keepDraft(mongo: Mongo, service: string, record: string): Promise<void> {
  await draftsOf(mongo, service).updateOne({ _id: record }, { $unset: { endsAt: true } });
}
