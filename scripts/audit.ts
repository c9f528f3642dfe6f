// Says whether the log is as it was written, or at which commit it no longer is.
import { join } from "node:path";
import { parseArgs } from "node:util";
import { headOf, logCollection } from "#shared/log/collection.ts";
import { verify } from "#shared/log/verify.ts";
import { connect } from "#shared/mongo/connect.ts";
import { dataDir } from "./paths.ts";
import { Advice, explain, say } from "./progress.mjs";
import { climb } from "./servers/climb.ts";
import { mongodb } from "./servers/mongodb.ts";

const { values } = parseArgs({ options: { known: { type: "string" } } });

async function main(): Promise<void> {
  const known = noted(values.known);
  const server = await climb(mongodb, join(dataDir, "mongodb"), true);
  const mongo = await connect(server.url);
  try {
    const log = logCollection(mongo);
    if ((await headOf(log)) === 0) {
      throw new Advice(
        "There is no log here: this database holds no commit. Each way to a MongoDB keeps data of its own; CAUSEWAY_MONGODB chooses one, MONGODB_URI names a server.",
      );
    }
    const { head, hash, bad } = await verify(log, known);
    if (bad) throw new Advice(`The log is not as it was written from commit ${bad} on; up to ${head} it is.`);
    say(`✓ The log is as it was written, up to commit ${head}.`);
    say(
      `  Note its seal where nobody with rights on this database can write; later: --known ${head}:${hash}`,
    );
  } finally {
    await mongo.close();
    await server.stop();
  }
}

function noted(known: string | undefined) {
  if (!known) return undefined;
  const [, number, hash] = /^(\d+):([\w-]{43})$/.exec(known) ?? [];
  if (!number || !hash)
    throw new Advice("--known takes what an earlier run said: a number, a colon, a seal.");
  return { number: Number(number), hash };
}

try {
  await main();
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
