import mongoose from "mongoose";
import { freeBrokenWrites } from "./broken-writes.ts";
import { isStandalone } from "./standalone.ts";

mongoose.set("strictQuery", "throw");
mongoose.set("sanitizeFilter", true);
mongoose.set("autoIndex", false);
mongoose.set("autoCreate", false);
mongoose.set("bufferCommands", false);
freeBrokenWrites();

export type Mongo = mongoose.Connection;

/** One connection a process. Every write is on disk at a majority before it is acknowledged. */
export async function connect(uri: string, patienceMs = 30_000): Promise<Mongo> {
  const connection = mongoose.createConnection(uri, {
    serverSelectionTimeoutMS: 3_000,
    // A frozen server must not hold a caller for longer than the caller waits.
    socketTimeoutMS: patienceMs,
    maxPoolSize: 20,
    waitQueueTimeoutMS: 5_000,
    writeConcern: { w: "majority", journal: true },
    readConcern: { level: "majority" },
    readPreference: "primary",
  });
  await connection.asPromise();
  if (isStandalone(await database(connection).command({ hello: 1 }))) {
    await connection.close();
    throw new Error(
      "This MongoDB is no replica set. Start mongod with --replSet rs0 and run rs.initiate() once.",
    );
  }
  return connection;
}

/** The driver's own database handle: the log and the projectors write in bulk, past mongoose. */
export function database(mongo: Mongo): mongoose.mongo.Db {
  if (!mongo.db) throw new Error("MongoDB is not connected.");
  return mongo.db;
}

/** Whoever has written to it must have ended: SecantusDB's Python server waits for open transactions without end. */
export async function dropDatabase(uri: string): Promise<void> {
  // One with many rows takes longer than a caller would wait.
  const mongo = await connect(uri, 120_000);
  await mongo.dropDatabase();
  await mongo.close();
}

export const isDuplicateKey = (error: unknown): error is mongoose.mongo.MongoServerError =>
  error instanceof mongoose.mongo.MongoServerError && error.code === 11_000;
