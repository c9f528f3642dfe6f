import type { mongo } from "mongoose";
import type { Subject } from "../documents/subject.ts";
import { database, type Mongo } from "../mongo/connect.ts";

/** How far a consumer has come. It moves together with an effect, and without one when it has fallen far behind. */
export type Mark = {
  _id: string;
  position: number;
  version?: number;
  /** Raised by each rebuild: rows remembered from before are no longer the ones. */
  generation: number;
  /** The rebuilt collection that is about to take the old one's place. */
  swapping?: string;
  /** Of a keeper of documents: whom it erases once more, and since when. */
  erased?: { subject: Subject; at: Date }[];
  /** The event that stopped this consumer. It stays there until someone asks for another try. */
  failed?: Failure;
};

export type Failure = { position: number; event: string; error: string; at: Date; tries: number };

export const limits = {
  /** A consumer to which so many commits say nothing moves its mark past them: else every start would read them again. */
  idle: 1_000,
};

export type Marks = mongo.Collection<Mark>;

export const marksOf = (mongo: Mongo): Marks => database(mongo).collection<Mark>("marks");

export async function markOf(marks: Marks, name: string): Promise<Mark> {
  const mark = await marks.findOne({ _id: name });
  return mark ?? { _id: name, position: 0, generation: 0 };
}

/** Creates the mark when there is none; two starters may both try. */
export async function ensureMark(marks: Marks, name: string, version?: number): Promise<Mark> {
  const fresh = { position: 0, generation: 0, ...(version !== undefined && { version }) };
  await marks.updateOne({ _id: name }, { $setOnInsert: fresh }, { upsert: true });
  return markOf(marks, name);
}

/** Forward only, for consumers that may do a thing twice; a view moves its mark in the transaction of its rows. */
export async function moveMark(marks: Marks, name: string, position: number): Promise<void> {
  await marks.updateOne({ _id: name }, { $max: { position } });
}

/** What stood in the log for so long without a consumer having come to it makes that one behind. */
export const behindAfterMs = 60_000;
const freshMs = 15_000;

type Seen = { behind: string[]; due: number; caughtUp: string[]; now: Date };
/** When its process last saw that a consumer is behind. It says so every second, so what was said long ago says nothing. */
type Behind = { _id: string; at: Date };

/** Apart from the marks: one that a killed process has locked is behind too, and who writes to it waits for the lock. */
const behindOf = (mongo: Mongo) => database(mongo).collection<Behind>("behind");

/** A copy that is behind does not speak for another that moves the mark on past `due`. */
export async function sayBehind(mongo: Mongo, { behind, due, caughtUp, now }: Seen): Promise<void> {
  const found = behind.length
    ? await marksOf(mongo)
        .find({ _id: { $in: behind }, position: { $lt: due } })
        .toArray()
    : [];
  const says = found.map(({ _id }) => ({
    updateOne: { filter: { _id }, update: { $set: { at: now } }, upsert: true },
  }));
  if (says.length) await behindOf(mongo).bulkWrite(says);
  if (caughtUp.length) await behindOf(mongo).deleteMany({ _id: { $in: caughtUp } });
}

/** Those that are behind and do not stand still. */
export async function lagging(mongo: Mongo, now: Date): Promise<string[]> {
  const fresh = { at: { $gt: new Date(now.getTime() - freshMs) } };
  const said = await behindOf(mongo).find(fresh).toArray();
  if (!said.length) return [];
  const names = said.map(({ _id }) => _id);
  const found = await marksOf(mongo)
    .find({ _id: { $in: names }, failed: { $exists: false } })
    .sort({ _id: 1 })
    .toArray();
  return found.map(({ _id }) => _id);
}

export const stopped = (marks: Marks): Promise<Mark[]> => marks.find({ failed: { $exists: true } }).toArray();

/** Lets a stopped consumer try again. */
export async function retryMark(marks: Marks, name: string): Promise<boolean> {
  const { modifiedCount } = await marks.updateOne({ _id: name }, { $unset: { failed: true } });
  return modifiedCount === 1;
}
