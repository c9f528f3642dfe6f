import { mongo } from "mongoose";
import type { LogCollection } from "#shared/log/collection.ts";
import type { Commit } from "#shared/log/commit.ts";
import type { World } from "./world.ts";

export type Store = { log: LogCollection; commits: readonly Commit[] };

type Filter = {
  _id?: { $gt?: number; $lte?: number; $in?: number[] };
  "entries.stream"?: string;
  keys?: { $in: string[] };
};

/**
 * What the log asks of MongoDB, and no more: insert with unique numbers and keys, find in order. It answers late,
 * loses answers, writes what its caller has given up, and shows a commit only some time after its number is taken,
 * as a majority read does.
 */
export function openStore(world: World): Store {
  const commits: Commit[] = [];
  const keys = new Set<string>();
  const visibleAt: number[] = [];

  async function insertOne(commit: Commit): Promise<void> {
    await world.pause(world.between(1, 10));
    if (world.fault(3)) return unreachable();
    if (world.fault(3)) {
      void world.pause(world.between(20, 800)).then(() => {
        if (!isTaken(commit)) write(commit);
      });
      await world.pause(world.between(5, 100));
      return unreachable();
    }
    if (isTaken(commit)) throw duplicateKey();
    write(commit);
    await world.pause(visibleAt[commit._id - 1]! - world.now() + world.between(0, 5));
    if (world.fault(3)) return unreachable();
    // The driver repeats a write whose answer it missed; a server that started anew no longer knows it.
    if (world.fault(3)) throw duplicateKey();
  }

  const isTaken = (commit: Commit) =>
    commit._id <= commits.length || commit.keys.some((key) => keys.has(key));

  function write(commit: Commit) {
    if (commit._id !== commits.length + 1) throw new Error(`Commit ${commit._id} after ${commits.length}.`);
    commits.push(structuredClone(commit));
    for (const key of commit.keys) keys.add(key);
    const shown = world.now() + (world.fault(20) ? world.between(1, 60) : 1);
    visibleAt.push(Math.max(visibleAt.at(-1) ?? 0, shown));
  }

  async function read(filter: Filter, last: boolean, limit: number): Promise<Commit[]> {
    await world.pause(world.between(1, 8));
    if (world.fault(2)) return unreachable();
    const seen = commits.filter((commit, n) => visibleAt[n]! <= world.now() && matches(commit, filter));
    return structuredClone(last ? seen.toReversed() : seen).slice(0, limit);
  }

  function find(filter: Filter) {
    let last = false;
    let most = Number.POSITIVE_INFINITY;
    const cursor = {
      sort({ _id }: { _id: 1 | -1 }) {
        last = _id === -1;
        return cursor;
      },
      limit(count: number) {
        most = count;
        return cursor;
      },
      toArray: () => read(filter, last, most),
      next: async () => (await read(filter, last, 1))[0] ?? null,
    };
    return cursor;
  }

  return { log: { insertOne, find } as unknown as LogCollection, commits };
}

const matches = (commit: Commit, { _id, "entries.stream": stream, keys }: Filter): boolean =>
  commit._id > (_id?.$gt ?? 0) &&
  commit._id <= (_id?.$lte ?? Number.POSITIVE_INFINITY) &&
  (_id?.$in?.includes(commit._id) ?? true) &&
  (stream === undefined || commit.entries.some((entry) => entry.stream === stream)) &&
  (keys === undefined || commit.keys.some((key) => keys.$in.includes(key)));

const unreachable = (): never => {
  throw new mongo.MongoNetworkError("connection closed");
};

const duplicateKey = () => new mongo.MongoServerError({ message: "E11000 duplicate key", code: 11_000 });
