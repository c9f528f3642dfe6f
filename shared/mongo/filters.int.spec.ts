import mongoose from "mongoose";
import { databaseUri } from "../testing/node.ts";
import { connect, database, type Mongo } from "./connect.ts";
import { above, among, below } from "./filters.ts";
import { storedModel } from "./model.ts";

type Row = { _id: string; name: string; rank: number };

let mongo: Mongo;
const rows = () => storedModel<Row>(mongo, "trial.rows", { name: String, rank: Number });

beforeAll(async () => {
  mongo = await connect(databaseUri());
  await rows().insertMany([1, 2, 3].map((rank) => ({ _id: `row-${rank}`, name: `name ${rank}`, rank })));
});
afterAll(async () => {
  await database(mongo).dropDatabase();
  await mongo.close();
});

const found = async (filter: object) =>
  (
    await rows()
      .find(filter as never)
      .sort({ _id: 1 })
      .lean()
  ).map(({ _id }) => _id);

it("our own operators work", async () => {
  expect(await found({ rank: above(1) })).toEqual(["row-2", "row-3"]);
  expect(await found({ rank: below(3) })).toEqual(["row-1", "row-2"]);
  expect(await found({ _id: among(["row-3", "row-1", "none"]) })).toEqual(["row-1", "row-3"]);
  expect(await found({ $or: [{ rank: above(2) }, { name: "name 1", _id: above("") }] })).toEqual([
    "row-1",
    "row-3",
  ]);
});

it.each([
  ["an operator", { name: { $ne: null } }],
  ["an operator that compares", { name: { $gt: "" } }],
  ["a pattern", { name: { $regex: ".*" } }],
  ["an operator for an id", { _id: { $ne: "none" } }],
  ["an operator in a number", { rank: { $gte: 0 } }],
  ["a list for one value", { name: ["name 1", "name 2", "name 3"] }],
  ["code", { $where: "true" }],
  ["an expression", { $expr: { $eq: [1, 1] } }],
  ["a field that is not there", { secret: "x" }],
  ["a field that is not there, by a path", { "name.length": 6 }],
])("what was smuggled in does not select: %s", async (_name, filter) => {
  const outcome = await found(JSON.parse(JSON.stringify(filter))).catch((error) => error);
  if (Array.isArray(outcome)) expect(outcome).toEqual([]);
  else expect(outcome).toBeInstanceOf(mongoose.Error);
});

it("a field that is not there cannot be written either", async () => {
  await expect(rows().create({ _id: "row-9", name: "x", rank: 9, isAdmin: true } as never)).rejects.toThrow(
    /isAdmin/,
  );
  await expect(rows().updateOne({ _id: "row-1" }, { $set: { isAdmin: true } })).rejects.toThrow(/isAdmin/);
});

it("every write waits until a majority has it on disk", () => {
  const options = mongo.getClient().options;
  expect(options.writeConcern).toMatchObject({ w: "majority", journal: true });
  expect(options.readConcern?.level).toBe("majority");
  expect(options.serverSelectionTimeoutMS).toBeLessThanOrEqual(5_000);
});
