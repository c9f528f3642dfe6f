import type { mongo } from "mongoose";
import { database, type Mongo } from "../mongo/connect.ts";
import type { Answered, Commit } from "./commit.ts";

export type LogCollection = mongo.Collection<Commit>;

export const logCollection = (mongo: Mongo): LogCollection => database(mongo).collection<Commit>("log");

export async function prepareLog(log: LogCollection): Promise<void> {
  await log.createIndex({ keys: 1 }, { unique: true, name: "keys" });
  await log.createIndex({ "entries.stream": 1, _id: 1 }, { name: "stream" });
}

export async function headOf(log: LogCollection): Promise<number> {
  const last = await log
    .find({}, { projection: { _id: 1 } })
    .sort({ _id: -1 })
    .limit(1)
    .next();
  return last?._id ?? 0;
}

export const commitsAfter = (log: LogCollection, position: number, limit: number): Promise<Commit[]> =>
  log
    .find({ _id: { $gt: position } })
    .sort({ _id: 1 })
    .limit(limit)
    .toArray();

/** The commits that touch a stream, each with all its entries, so that event ids come out right. */
export const commitsOf = (
  log: LogCollection,
  stream: string,
  after: number,
  limit: number,
): Promise<Commit[]> =>
  log
    .find({ "entries.stream": stream, _id: { $gt: after } })
    .sort({ _id: 1 })
    .limit(limit)
    .toArray();

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
