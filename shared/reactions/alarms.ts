import type { mongo } from "mongoose";
import { database, type Mongo } from "../mongo/connect.ts";
import { behindAfterMs } from "../views/marks.ts";

/** A command for later, as data. Its id is its idempotency key. */
export type Alarm = {
  _id: string;
  service: string;
  due: Date;
  action: string;
  input: object;
  failed?: string;
};

export type Alarms = mongo.Collection<Alarm>;

export const alarmsOf = (mongo: Mongo): Alarms => database(mongo).collection<Alarm>("alarms");

export async function prepareAlarms(alarms: Alarms): Promise<void> {
  await alarms.createIndex({ service: 1, due: 1 });
  await alarms.createIndex({ due: 1 });
}

export const stoppedAlarms = (alarms: Alarms): Promise<Alarm[]> =>
  alarms.find({ failed: { $exists: true } }).toArray();

/** How many have not been rung a minute after their moment: whom they ask does not answer, or their service is away. */
export const overdueAlarms = (alarms: Alarms, now: Date): Promise<number> =>
  alarms.countDocuments({
    due: { $lte: new Date(now.getTime() - behindAfterMs) },
    failed: { $exists: false },
  });

/** Lets an alarm that could not be rung try again. */
export async function retryAlarm(alarms: Alarms, id: string): Promise<boolean> {
  const { modifiedCount } = await alarms.updateOne({ _id: id }, { $unset: { failed: true } });
  return modifiedCount === 1;
}

/** The next ones after `last`, if one is given: those that are not rung now hold up no others. */
export const dueAlarms = (alarms: Alarms, service: string, now: Date, last?: Alarm): Promise<Alarm[]> =>
  alarms
    .find({
      service,
      due: { $lte: now },
      failed: { $exists: false },
      ...(last && { $or: [{ due: { $gt: last.due } }, { due: last.due, _id: { $gt: last._id } }] }),
    })
    .sort({ due: 1, _id: 1 })
    .limit(100)
    .toArray();
