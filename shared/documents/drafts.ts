import mongoose, { type Model } from "mongoose";
import stringify from "safe-stable-stringify";
import type { Asked } from "../contract/execute.ts";
import type { Kernel } from "../kernel.ts";
import type { Mongo } from "../mongo/connect.ts";
import { absent, below } from "../mongo/filters.ts";
import { storedModel } from "../mongo/model.ts";
import type { RetentionTerm } from "./terms.ts";

/** A form in the making: each field with the version that wrote it, so that edits to different fields merge. */
export type Draft = {
  _id: string;
  version: number;
  fields: Record<string, { value: unknown; version: number }>;
  /** Gone after this, which each save moves on; none from when an event has come of it until one ends its term (`keeper.ts`). */
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

/** What is being handed in has a day more, as documents have: the event that comes of it may be on its way. */
const sealedMs = 24 * 60 * 60_000;
const lastsMs = 30 * 24 * 60 * 60_000;

/** Of a draft that somebody writes in now, at the soonest. */
export const draftEnd = (now: Date): Date => new Date(now.getTime() + lastsMs);

const isOver = ({ endsAt, sealed }: Draft, now: Date): boolean =>
  endsAt !== undefined && endsAt.getTime() + (sealed ? sealedMs : 0) < now.getTime();

/** Past its end it is there for nobody, whether or not it has been swept. */
export async function draftOf(
  { mongo, clock }: Pick<Kernel, "mongo" | "clock">,
  service: string,
  id: string,
): Promise<Draft | undefined> {
  const draft = await draftsOf(mongo, service).findById(id).lean<Draft>();
  return draft && !isOver(draft, clock.now()) ? draft : undefined;
}

const asRead = ({ _id, version, endsAt, sealed }: Draft) => ({
  _id,
  version,
  endsAt: endsAt ?? absent,
  ...(sealed ? { "sealed.key": sealed.key } : { sealed: absent }),
});

/** `others`: fields that someone else has changed since the version the writer saw. */
type Saved =
  | { version: number; others: string[] }
  | { clash: string[]; version: number }
  | { sealed: Asked; version: number }
  | undefined;

/**
 * Saves only what changed, over what the writer saw (`seen`). Fields that someone else changed since, to something
 * else, are a clash and nothing is saved; saying the same again changes nothing. `null` takes an answer away. What is saved
 * moves the end of the draft on, if it has one.
 */
export async function saveDraft(
  drafts: Model<Draft>,
  id: string,
  seen: number,
  changes: Record<string, unknown>,
  now: Date,
): Promise<Saved> {
  for (;;) {
    const draft = await drafts.findById(id).lean<Draft>();
    if (!draft || isOver(draft, now)) return undefined;
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
    const endsAt = draft.endsAt && later(draft.endsAt, draftEnd(now));
    const saved = await drafts.updateOne(asRead(draft), {
      $set: { fields, version, ...(endsAt && { endsAt }) },
    });
    if (saved.modifiedCount === 1) return { version, others };
  }
}

/** Seals the draft as it was read, in place of the seal it had; false when it has changed since. */
export async function sealDraft(drafts: Model<Draft>, draft: Draft, by: Asked): Promise<boolean> {
  if (draft.sealed?.key === by.key) return true;
  return (await drafts.updateOne(asRead(draft), { $set: { sealed: by } })).modifiedCount === 1;
}

export async function unsealDraft(drafts: Model<Draft>, id: string, { key }: Asked): Promise<void> {
  await drafts.updateOne({ _id: id, "sealed.key": key }, { $unset: { sealed: true } });
}

const same = (a: unknown, b: unknown) => stringify(a) === stringify(b);
const later = (a: Date, b: Date) => (a < b ? b : a);

export const answersOf = (draft: Pick<Draft, "fields">): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(draft.fields)
      .map(([field, { value }]) => [field, value] as const)
      .filter(([, value]) => value !== null && value !== undefined),
  );

/** Answers those that it has deleted. */
export async function sweepDrafts(mongo: Mongo, service: string, now: Date) {
  const drafts = draftsOf(mongo, service);
  const swept: Pick<Draft, "_id" | "term">[] = [];
  for (const draft of await drafts.find({ endsAt: below(now) }, { fields: 0 }).lean<Draft[]>())
    if (isOver(draft, now) && (await drafts.deleteOne(asRead(draft))).deletedCount) swept.push(draft);
  return swept;
}

/** From its first event on, a record is no draft any more. It is called as its draft was. */
export async function keepDraft(mongo: Mongo, service: string, record: string): Promise<void> {
  await draftsOf(mongo, service).updateOne({ _id: record }, { $unset: { endsAt: true } });
}
