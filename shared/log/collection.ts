import type { mongo } from "mongoose";
import { database, type Mongo } from "../mongo/connect.ts";
import type { Answered, Commit, Happened } from "./commit.ts";
import { happenedAt } from "./events.ts";

export type LogCollection = mongo.Collection<Commit>;

export const logCollection = (mongo: Mongo): LogCollection => database(mongo).collection<Commit>("log");

export async function prepareLog(log: LogCollection): Promise<void> {
  await log.createIndex({ keys: 1 }, { unique: true, name: "keys" });
  await log.createIndex({ "entries.stream": 1, _id: 1 }, { name: "stream" });
}

export const lastOf = (log: LogCollection): Promise<Commit | null> =>
  log.find({}).sort({ _id: -1 }).limit(1).next();

export async function headOf(log: LogCollection): Promise<number> {
  const last = await log
    .find({}, { projection: { _id: 1 } })
    .sort({ _id: -1 })
    .limit(1)
    .next();
  return last?._id ?? 0;
}

/**
 * The next commits in order. Numbers follow each other without a gap, so they are asked for by name: a look each into
 * the primary key, on every server. A read that is not of one moment may show a later one and not the one before it:
 * what stands behind a gap is left for the next time.
 */
export async function commitsAfter(log: LogCollection, position: number, limit: number): Promise<Commit[]> {
  const numbers = Array.from({ length: limit }, (_, n) => position + 1 + n);
  const found = await log
    .find({ _id: { $in: numbers } })
    .sort({ _id: 1 })
    .toArray();
  const gap = found.findIndex((commit, n) => commit._id !== numbers[n]);
  return gap < 0 ? found : found.slice(0, gap);
}

/**
 * What happened in a stream. Of each commit the server sends only the entry of that stream: in a storm on many streams
 * that is a twentieth of it.
 */
export async function happenedAfter(
  log: LogCollection,
  stream: string,
  after: number,
  limit: number,
): Promise<Happened[]> {
  const found = await log
    .find(
      { "entries.stream": stream, _id: { $gt: after } },
      { projection: { entries: { $elemMatch: { stream } } } },
    )
    .sort({ _id: 1 })
    .limit(limit)
    .toArray();
  return found.map((commit) => happenedAt(commit, stream));
}

/** Which of these keys were answered before, with their answers. */
export async function answersTo(log: LogCollection, keys: string[]): Promise<Answered[]> {
  const wanted = new Set(keys);
  const answers: Answered[] = [];
  for (const commit of await log.find({ keys: { $in: keys } }).toArray()) {
    for (const outcome of commit.entries.flatMap((entry) => entry.outcomes)) {
      if (!wanted.has(outcome.key)) continue;
      answers.push({ key: outcome.key, hash: outcome.hash, position: commit._id, reply: outcome.reply });
    }
  }
  return answers;
}
