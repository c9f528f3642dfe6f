import { connect, type Mongo } from "../mongo/connect.ts";
import { databaseUri } from "../testing/node.ts";
import { type LogCollection, logCollection, prepareLog } from "./collection.ts";
import type { Commit, Happened } from "./commit.ts";
import { openTail, type Tail } from "./tail.ts";

let mongo: Mongo;
let log: LogCollection;
let tail: Tail;
let reads = 0;

beforeEach(async () => {
  mongo = await connect(databaseUri());
  const real = logCollection(mongo);
  await prepareLog(real);
  reads = 0;
  log = new Proxy(real, {
    get(target, name) {
      if (name === "find") reads++;
      const value = Reflect.get(target, name);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  tail = openTail(log);
});
afterEach(async () => {
  tail.close();
  await mongo.dropDatabase();
  await mongo.close();
});

function commit(_id: number, stream = "a", outcomes = 1): Commit {
  const keys = Array.from({ length: outcomes }, (_, n) => `key-${_id}-${n}`);
  const entry = {
    stream,
    after: 0,
    outcomes: keys.map((key) => ({ key, hash: "h", command: "c", by: {}, events: [], reply: {} })),
  };
  return { _id, at: new Date(), entries: [entry], keys, hash: "" };
}
const numbers = (commits: Commit[]) => commits.map(({ _id }) => _id);
const positions = (happened: Happened[]) => happened.map(({ position }) => position);
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n);

it("hands on what it was offered, without reading", async () => {
  for (const n of range(1, 3)) tail.offer(commit(n, n === 2 ? "b" : "a"));
  expect(numbers(await tail.after(1))).toEqual([2, 3]);
  expect(positions(await tail.ofStream("a", 0, false))).toEqual([1, 3]);
  expect(await tail.after(3)).toEqual([]);
  expect(reads).toBe(0);
});

it("reads what it was only told of, and what it never heard of", async () => {
  await log.insertMany(range(1, 5).map((n) => commit(n)));
  tail.announce(5);
  expect(numbers(await tail.after(0))).toEqual(range(1, 5));
  tail.close();
  const late = openTail(log);
  await late.moved(0);
  expect(late.head()).toBe(5);
  late.close();
});

it("leaves no gap when commits come out of order", async () => {
  await log.insertMany(range(1, 6).map((n) => commit(n)));
  for (const n of [1, 2, 5, 4, 6]) tail.offer(commit(n));
  expect(numbers(await tail.after(0))).toEqual(range(1, 6));
  expect(numbers(await tail.after(2))).toEqual(range(3, 6));
  expect(positions(await tail.ofStream("a", 2, false))).toEqual(range(3, 6));
});

it("keeps only the end in memory, and reads the rest from the log", async () => {
  const commits = range(1, 60).map((n) => commit(n, "a", 100));
  await log.insertMany(commits);
  for (const one of commits) tail.offer(one);
  const before = reads;
  let held = 60;
  while (held > 0 && (await tail.after(held - 1)).length && reads === before) held--;
  expect(60 - held).toBeGreaterThanOrEqual(20);
  expect(60 - held).toBeLessThanOrEqual(40);
  expect(numbers(await tail.after(0))).toEqual(range(1, 60));
});

it("does not ask again and again for a number that the log has not", async () => {
  await log.insertMany([commit(1)]);
  tail.announce(1_000);
  await tail.after(0);
  const before = reads;
  const end = Date.now() + 300;
  while (Date.now() < end) if (!(await tail.after(1)).length) await tail.moved(1);
  expect(reads - before).toBeLessThan(5);
});

it("stops before a gap: what is missing there may still be on its way to whoever reads", async () => {
  await log.insertMany([1, 2, 4].map((n) => commit(n)));
  tail.announce(4);
  expect(numbers(await tail.after(0))).toEqual([1, 2]);
  await log.insertOne(commit(3));
  expect(numbers(await tail.after(2))).toEqual([3, 4]);
});

it("is read once for all who follow it", async () => {
  await log.insertMany(range(1, 5).map((n) => commit(n)));
  tail.announce(5);
  const followers = await Promise.all(range(1, 20).map(() => tail.after(0)));
  expect(followers.map(numbers)).toEqual(Array(20).fill(range(1, 5)));
  expect(reads).toBeLessThan(4);
});

it("says what it remembers from a number on, and that it does not reach back there", async () => {
  expect(tail.recent(0)).toEqual([]);
  for (const n of range(5, 9)) tail.offer(commit(n));
  expect(numbers(tail.recent(6)!)).toEqual([7, 8, 9]);
  expect(numbers(tail.recent(4)!)).toEqual(range(5, 9));
  expect(tail.recent(9)).toEqual([]);
  expect(tail.recent(3)).toBeUndefined();
  expect(tail.recent(10)).toBeUndefined();
  expect(reads).toBe(0);
});
