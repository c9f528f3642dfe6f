import { systemClock } from "../clock/clock.ts";
import { connect, type Mongo } from "../mongo/connect.ts";
import { databaseUri } from "../testing/node.ts";
import { openAppender } from "./append.ts";
import { type LogCollection, logCollection, prepareLog } from "./collection.ts";
import type { Commit } from "./commit.ts";
import { verify } from "./verify.ts";

let mongoose: Mongo;
let log: LogCollection;
const onCommit = () => {};

beforeEach(async () => {
  mongoose = await connect(databaseUri());
  log = logCollection(mongoose);
  await prepareLog(log);
});
afterEach(async () => {
  await mongoose.dropDatabase();
  await mongoose.close();
});

async function write(count: number, from = 1): Promise<void> {
  const { append } = await openAppender(log, { clock: systemClock, crashAt: () => {}, onCommit });
  for (let n = from; n < from + count; n++) {
    const data = { name: `Zoë ${n}`, left: undefined, figure: 0.1 * n, none: null, list: [n, "é\u2028"] };
    const events = [{ type: "Happened", version: 1, data }];
    const outcome = { key: `key-${n}`, hash: "h", command: "c", by: { person: "leen" }, events, reply: {} };
    await append({ stream: `stream/${n}`, after: 0, outcomes: [outcome] });
  }
}

const commit = async (number: number): Promise<Commit> => (await log.findOne({ _id: number }))!;

it("I4: finds a log as it was written, whichever process wrote on", async () => {
  expect(await verify(log)).toEqual({ head: 0, hash: "" });
  await write(4);
  await write(3, 5);
  const { hash } = await commit(7);
  expect(await verify(log)).toEqual({ head: 7, hash });
  expect(await verify(log, { number: 7, hash })).toEqual({ head: 7, hash });
});

it("I4: holds when two processes write at once", async () => {
  await Promise.all([write(20), write(20, 21)]);
  expect(await verify(log)).toMatchObject({ head: 40 });
  expect(await verify(log)).not.toHaveProperty("bad");
});

describe("I4: names the first commit at which someone", () => {
  const tampering: Record<string, { bad: number; do: () => Promise<unknown> }> = {
    "changed who did it": {
      bad: 3,
      do: () => log.updateOne({ _id: 3 }, { $set: { "entries.0.outcomes.0.by.person": "an" } }),
    },
    "changed when": { bad: 3, do: () => log.updateOne({ _id: 3 }, { $set: { at: new Date(0) } }) },
    "changed what, and sealed it anew": {
      bad: 4,
      do: async () => {
        const { chained } = await import("./chain.ts");
        const { hash: _old, ...third } = await commit(3);
        await log.replaceOne(
          { _id: 3 },
          chained<Commit>((await commit(2)).hash, { ...third, at: new Date(0) }),
        );
      },
    },
    "dropped one": { bad: 3, do: () => log.deleteOne({ _id: 3 }) },
    "dropped the first": { bad: 1, do: () => log.deleteOne({ _id: 1 }) },
    "swapped two": {
      bad: 3,
      do: async () => {
        const [third, fourth] = [await commit(3), await commit(4)];
        await log.deleteMany({ _id: { $in: [3, 4] } });
        await log.insertMany([
          { ...third, _id: 4 },
          { ...fourth, _id: 3 },
        ]);
      },
    },
    "put one in between": {
      bad: 3,
      do: async () => {
        const later = [await commit(5), await commit(4), await commit(3)];
        await log.deleteMany({ _id: { $gte: 3 } });
        for (const one of later) await log.insertOne({ ...one, _id: one._id + 1 });
        await log.insertOne({ ...later[0]!, _id: 3, keys: ["new"] });
      },
    },
    "added one at the end": {
      bad: 6,
      do: async () => log.insertOne({ ...(await commit(5)), _id: 6, keys: ["new"] }),
    },
  };

  it.each(Object.entries(tampering))("%s", async (_what, { bad, do: tamper }) => {
    await write(5);
    await tamper();
    expect(await verify(log)).toMatchObject({ head: bad - 1, bad });
  });

  it("cut off the end, to whoever noted an earlier head", async () => {
    await write(5);
    const { head: number, hash } = await verify(log);
    await log.deleteOne({ _id: 5 });
    expect(await verify(log)).not.toHaveProperty("bad");
    expect(await verify(log, { number, hash })).toMatchObject({ bad: 5 });
    await write(1, 6);
    expect(await verify(log, { number, hash })).toMatchObject({ bad: 5 });
  });
});
