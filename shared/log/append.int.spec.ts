import { setTimeout as sleep } from "node:timers/promises";
import { mongo } from "mongoose";
import { manualClock } from "../clock/clock.ts";
import { connect, type Mongo } from "../mongo/connect.ts";
import { databaseUri } from "../testing/node.ts";
import { type Appender, limits, openAppender } from "./append.ts";
import { type LogCollection, logCollection, prepareLog } from "./collection.ts";
import type { Commit, Entry, Happened } from "./commit.ts";

let mongoose: Mongo;
let log: LogCollection;
const clock = manualClock(new Date("2026-11-23T09:00:00Z"));
const heard: number[] = [];

beforeEach(async () => {
  mongoose = await connect(databaseUri());
  log = logCollection(mongoose);
  heard.length = 0;
  await prepareLog(log);
});
afterEach(async () => {
  await mongoose.dropDatabase();
  await mongoose.close();
});

const open = (on = log): Promise<Appender> =>
  openAppender(on, { clock, crashAt: () => {}, onCommit: ({ _id }) => heard.push(_id) });

const entry = (stream: string, after: number, ...keys: string[]): Entry => ({
  stream,
  after,
  outcomes: keys.map((key) => ({
    key,
    hash: `hash of ${key}`,
    command: "c",
    by: {},
    events: [],
    reply: { key },
  })),
});

const all = (): Promise<Commit[]> => log.find({}).sort({ _id: 1 }).toArray();

it("writes entries of the same moment as one commit", async () => {
  const { append } = await open();
  const answers = await Promise.all(["a", "b", "c"].map((name) => append(entry(name, 0, `key-${name}`))));
  expect(answers).toEqual([{ position: 1 }, { position: 1 }, { position: 1 }]);
  expect(await all()).toMatchObject([{ _id: 1, at: clock.now(), keys: ["key-a", "key-b", "key-c"] }]);
  expect(heard).toEqual([1]);
});

it("keeps a commit within its limits", async () => {
  const { append } = await open();
  const keys = (name: string) => Array.from({ length: limits.outcomes - 1 }, (_, n) => `${name}${n}`);
  const answers = await Promise.all([
    append(entry("a", 0, ...keys("a"))),
    append(entry("b", 0, ...keys("b"))),
  ]);
  expect(answers).toEqual([{ position: 1 }, { position: 2 }]);
});

it("tells who decided on too little, and writes nothing of it", async () => {
  const { append, stats } = await open();
  await append(entry("a", 0, "first"));
  expect(await append(entry("a", 0, "second"))).toMatchObject({ stale: true });
  expect(await append(entry("a", 1, "second"))).toEqual({ position: 2 });
  expect(stats).toMatchObject({ commits: 2, stale: 1 });
});

it("tells a late one all that has happened in the stream since, or nothing when it does not remember all", async () => {
  const { append } = await open();
  const positions: { stream: string; position: number }[] = [];
  for (const [n, stream] of ["a", "b", "a", "a"].entries()) {
    const after = positions.findLast((one) => one.stream === stream)?.position ?? 0;
    const answer = await append(entry(stream, after, `key-${n}`));
    positions.push({ stream, position: (answer as { position: number }).position });
  }
  const told = async (after: number) =>
    ((await append(entry("a", after, "late"))) as { since?: Happened[] }).since?.map(
      ({ position }) => position,
    );
  expect(await told(0)).toEqual([1, 3, 4]);
  expect(await told(1)).toEqual([3, 4]);
  for (let n = 0; n < limits.remembered - 1; n++) await append(entry(`other-${n}`, 0, `other-${n}`));
  expect(await told(3)).toEqual([4]);
  expect(await told(1)).toBeUndefined();
});

it("answers a key once, also when it comes twice at the same moment for two streams", async () => {
  const { append } = await open();
  const answers = await Promise.all([append(entry("a", 0, "key")), append(entry("b", 0, "key"))]);
  expect(answers[0]).toEqual({ position: 1 });
  expect(answers[1]).toEqual({
    done: [{ key: "key", hash: "hash of key", position: 1, reply: { key: "key" } }],
  });
  expect((await all()).flatMap((commit) => commit.keys)).toEqual(["key"]);
});

it("refuses an entry that holds a key twice, which the index would let pass", async () => {
  const { append } = await open();
  await expect(append(entry("a", 0, "key", "key"))).rejects.toThrow("holds a key twice");
  expect(await all()).toEqual([]);
});

it("answers those whose key is known and writes the others of the batch", async () => {
  const { append } = await open();
  await append(entry("a", 0, "old"));
  const answers = await Promise.all([append(entry("a", 1, "old")), append(entry("b", 0, "new"))]);
  expect(answers).toMatchObject([{ done: [{ key: "old", position: 1 }] }, { position: 2 }]);
});

it("keeps numbers dense and chains whole when two append at once", async () => {
  const two = [await open(), await open()];
  const last = new Map<string, number>();
  async function client(appender: Appender, name: string) {
    for (let n = 0; n < 25; n++) {
      for (;;) {
        const stream = `stream-${n % 3}`;
        const after = last.get(stream) ?? 0;
        const answer = await appender.append(entry(stream, after, `${name}-${n}`));
        if ("position" in answer) {
          last.set(stream, Math.max(last.get(stream) ?? 0, answer.position));
          break;
        }
        await sleep(1);
      }
    }
  }
  await Promise.all(two.flatMap((one, n) => [client(one, `x${n}`), client(one, `y${n}`)]));
  const commits = await all();
  expect(commits.map(({ _id }) => _id)).toEqual(commits.map((_, n) => n + 1));
  const chain = new Map<string, number>();
  for (const { _id, entries } of commits) {
    for (const { stream, after } of entries) {
      expect(after).toBe(chain.get(stream) ?? 0);
      chain.set(stream, _id);
    }
  }
  expect(commits.flatMap((commit) => commit.keys).sort()).toEqual(
    ["x0", "x1", "y0", "y1"].flatMap((name) => Array.from({ length: 25 }, (_, n) => `${name}-${n}`)).sort(),
  );
  expect(two.every(({ stats }) => stats.commits > 0)).toBe(true);
});

it("takes what was decided on another's commit, though it has not seen that one", async () => {
  const [one, other] = [await open(), await open()];
  await one.append(entry("a", 0, "first"));
  await other.append(entry("a", 1, "second"));
  // `other` died here. Nobody writes to another stream, so nothing but this entry tells of commit 2.
  expect(await one.append(entry("a", 2, "third"))).toEqual({ position: 3 });
});

it("goes on after a write whose answer got lost", async () => {
  let lost = 0;
  const losing = new Proxy(log, {
    get: (target, name) =>
      name === "insertOne" && lost++ === 0
        ? async (commit: Commit) => {
            await target.insertOne(commit);
            throw new mongo.MongoNetworkError("connection closed");
          }
        : Reflect.get(target, name),
  });
  const { append } = await open(losing);
  await expect(append(entry("a", 0, "key"))).rejects.toThrow("connection closed");
  // Whoever asks again has read the log meanwhile: the stream stands at 1.
  expect(await append(entry("a", 1, "next"))).toEqual({ position: 2 });
  expect(await append(entry("a", 2, "key"))).toMatchObject({ done: [{ key: "key", position: 1 }] });
});
