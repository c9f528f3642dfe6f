import mongoose from "mongoose";
import { connect } from "nats";

/** Writes, reads and commits a transaction: what the portal asks of a MongoDB. */
export async function exerciseMongodb(url: string): Promise<void> {
  const client = new mongoose.mongo.MongoClient(url, { serverSelectionTimeoutMS: 5_000 });
  const database = client.db(`causeway_ladder_${process.pid}`);
  try {
    const rows = database.collection<{ _id: number }>("rows");
    await rows.insertOne({ _id: 1 }, { writeConcern: { w: "majority", journal: true } });
    await client.withSession((session) =>
      session.withTransaction(async () => {
        await rows.insertOne({ _id: 2 }, { session });
        await rows.insertOne({ _id: 3 }, { session });
      }),
    );
    const found = await rows.countDocuments();
    if (found !== 3) throw new Error(`wrote 3 rows and read ${found}`);
    await database.dropDatabase();
  } finally {
    await client.close();
  }
}

/** Publishes a message and hears it. */
export async function exerciseNats(url: string): Promise<void> {
  if (!url) return;
  const connection = await connect({ servers: url, timeout: 5_000 });
  try {
    const heard = connection.subscribe("causeway.ladder", { max: 1, timeout: 5_000 });
    connection.publish("causeway.ladder", "hello");
    for await (const message of heard) {
      if (message.string() !== "hello") throw new Error("heard something else than was said");
    }
  } finally {
    await connection.close();
  }
}
