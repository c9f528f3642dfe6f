import { mongo } from "mongoose";

type Claim = { mission: string; company: string; key: string };
type Entry = Claim & { state: "confirmed" | "waiting" };
type Group = { _id: number; at: Date; keys: string[]; entries: Entry[] };
type Waiting = { claim: Claim; done: (number: number) => void };
type Mission = { taken: number; waiting: number };

const durable = { writeConcern: { w: "majority", journal: true } } as const;
const capacity = 5_000;

export type Bare = {
  claim(claim: Claim): Promise<number>;
  /** Ms of each transaction that wrote rows. */
  transactions: number[];
  caughtUp(): Promise<void>;
  close(): Promise<void>;
};

/**
 * The same promise written by hand and nothing beside it: claims that wait share one numbered document, and a view of
 * entries and missions follows, rows and mark in one transaction. No HTTP, no policy, no replay.
 */
export async function openBare(uri: string): Promise<Bare> {
  const client = await new mongo.MongoClient(uri, { ...durable, maxPoolSize: 20 }).connect();
  const db = client.db();
  await db.dropDatabase();
  const log = db.collection<Group>("log");
  await log.createIndex({ keys: 1 }, { unique: true });
  for (const name of ["entries", "missions", "marks"]) await db.createCollection(name);
  const [entries, marks] = [db.collection<any>("entries"), db.collection<any>("marks")];
  await entries.createIndex({ mission: 1, order: 1 });
  await entries.createIndex({ mission: 1, state: 1, order: 1 });
  await marks.insertOne({ _id: "view", position: 0 });
  const missions = new Map<string, Mission>();
  const transactions: number[] = [];
  let waiting: Waiting[] = [];
  const unseen: Group[] = [];
  let head = 0;
  let committing = false;
  let following: Promise<void> | undefined;

  function claim(one: Claim): Promise<number> {
    return new Promise((done) => {
      waiting.push({ claim: one, done });
      if (!committing) void commit();
    });
  }

  async function commit() {
    committing = true;
    await new Promise(setImmediate);
    while (waiting.length) {
      const batch = waiting.slice(0, 200);
      waiting = waiting.slice(200);
      const decided = batch.map(({ claim }) => decide(claim));
      const group = { _id: head + 1, at: new Date(), keys: decided.map(({ key }) => key), entries: decided };
      await log.insertOne(group);
      head = group._id;
      for (const { done } of batch) done(head);
      unseen.push(group);
      following ??= follow();
    }
    committing = false;
  }

  function decide(one: Claim): Entry {
    const mission = missions.get(one.mission) ?? { taken: 0, waiting: 0 };
    missions.set(one.mission, mission);
    const state = mission.taken < capacity ? "confirmed" : "waiting";
    mission[state === "confirmed" ? "taken" : "waiting"]++;
    return { ...one, state };
  }

  async function follow() {
    while (unseen.length) {
      const groups = unseen.splice(0, 500);
      const began = performance.now();
      await write(groups);
      transactions.push(performance.now() - began);
    }
    following = undefined;
  }

  async function write(groups: Group[]) {
    const rows = groups.flatMap(({ _id, at, entries }) =>
      entries.map(({ mission, company, state }, n) => ({
        replaceOne: {
          filter: { _id: `${mission}/${company}` },
          replacement: { mission, company, seats: 1, state, order: _id * 1_000 + n, at },
          upsert: true,
        },
      })),
    );
    const touched = [...new Set(groups.flatMap(({ entries }) => entries.map(({ mission }) => mission)))];
    const totals = touched.map((_id) => ({
      replaceOne: { filter: { _id }, replacement: { ...missions.get(_id)! }, upsert: true },
    }));
    const session = client.startSession();
    session.startTransaction({ readConcern: { level: "snapshot" }, ...durable });
    const [from, to] = [groups[0]!._id - 1, groups.at(-1)!._id];
    const moved = await marks.updateOne(
      { _id: "view", position: from },
      { $set: { position: to } },
      { session },
    );
    if (moved.matchedCount !== 1) throw new Error("The mark of the bare view has moved.");
    await entries.bulkWrite(rows, { session, ordered: false });
    await db.collection<any>("missions").bulkWrite(totals, { session, ordered: false });
    await session.commitTransaction();
    await session.endSession();
  }

  return {
    claim,
    transactions,
    caughtUp: async () => following,
    close: () => client.close(),
  };
}
