import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { Socket } from "node:net";
import { databaseUri } from "#shared/testing/node.ts";
import { connect, database } from "./connect.ts";

it("writes again what it wrote to a connection that was breaking", async () => {
  const sockets: Socket[] = [];
  const notice = (message: unknown) => sockets.push((message as { socket: Socket }).socket);
  subscribe("net.client.socket", notice);
  const mongo = await connect(databaseUri());
  const rows = database(mongo).collection<{ _id: number }>("rows");
  await rows.insertOne({ _id: 0 });
  for (let n = 1; n <= 5; n++) {
    // Destroyed, and nobody has been told.
    for (const socket of sockets.splice(0)) socket.destroy();
    await rows.insertOne({ _id: n });
  }
  expect(await rows.countDocuments()).toBe(6);
  unsubscribe("net.client.socket", notice);
  await mongo.close();
});
