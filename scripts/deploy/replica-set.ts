// Makes a fresh mongod a replica set of one, without which it has no transactions; leaves any other as it is.
// Called with how the server is reached by the others: `replica-set.ts mongodb:27017`.
import { setTimeout as pause } from "node:timers/promises";
import { Advice, explain, say } from "../progress.mjs";
import { withAdmin } from "../servers/mongodb/admin.ts";

const secondsToWait = 60;

async function replicaSet(host: string): Promise<string> {
  const end = Date.now() + secondsToWait * 1_000;
  let last: unknown = "it has no primary";
  while (Date.now() < end) {
    try {
      const set = await primaryOf(host);
      if (set) return set;
    } catch (error) {
      if (error instanceof Advice) throw error;
      last = error;
    }
    await pause(500);
  }
  throw new Advice(`${host} is no replica set after ${secondsToWait} s: ${last}`);
}

/** The name of the set once it has a primary. */
function primaryOf(host: string): Promise<string | undefined> {
  return withAdmin(`mongodb://${host}/?directConnection=true`, 5_000, async (admin) => {
    const { setName, primary, isreplicaset } = await admin.command({ hello: 1 });
    if (setName) return primary && setName;
    if (!isreplicaset) throw new Advice(`${host} was started without --replSet rs0.`);
    await admin.command({ replSetInitiate: { _id: "rs0", members: [{ _id: 0, host }] } });
    return undefined;
  });
}

try {
  const [host] = process.argv.slice(2);
  if (!host) throw new Advice("Give the server's host and port, for example: replica-set.ts mongodb:27017");
  say(`✓ ${host} is the replica set ${await replicaSet(host)}`);
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
