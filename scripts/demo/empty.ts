import { connect } from "#shared/mongo/connect.ts";

/**
 * Drops a database of a server that nobody else uses. A filling that was killed may have left a transaction open, behind
 * which a drop would wait: whatever is open there is ended first.
 */
export async function empty(uri: string): Promise<void> {
  const mongo = await connect(uri);
  try {
    await mongo.getClient().db("admin").command({ killAllSessions: [] });
    await mongo.dropDatabase();
  } finally {
    await mongo.close();
  }
}
