import { connect, database } from "#shared/mongo/connect.ts";
import { databaseUri } from "#shared/testing/node.ts";
import { empty } from "../../scripts/demo/empty.ts";

it("empties a database in which a killed filling left a transaction open", async () => {
  const uri = databaseUri();
  const killed = await connect(uri);
  const rows = database(killed).collection("missions.entries");
  await rows.insertOne({ seats: 1 });
  const session = killed.getClient().startSession();
  session.startTransaction();
  await rows.insertOne({ seats: 2 }, { session });
  await empty(uri);
  expect(await rows.countDocuments()).toBe(0);
  await expect(session.commitTransaction()).rejects.toThrow();
  await session.endSession();
  await killed.close();
});
