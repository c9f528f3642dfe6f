// Says whether the log, and what was written down of reads, are as they were written, or at which number they no longer are.
import { parseArgs } from "node:util";
import { headOf, logCollection } from "#shared/log/collection.ts";
import { type Known, type Verified, verify } from "#shared/log/verify.ts";
import { connect } from "#shared/mongo/connect.ts";
import { verifyReads } from "#shared/reads/verify.ts";
import { openDatabase } from "./app/database.ts";
import { Advice, explain, say } from "./progress.mjs";

const { values } = parseArgs({
  options: { known: { type: "string" }, "known-reads": { type: "string" } },
});

async function main(): Promise<void> {
  const knownLog = noted("--known", values.known);
  const knownReads = noted("--known-reads", values["known-reads"]);
  const server = await openDatabase();
  const mongo = await connect(server.url);
  try {
    if ((await headOf(logCollection(mongo))) === 0)
      throw new Advice(
        "There is no log here: this database holds no commit. Each way to a MongoDB keeps data of its own; CAUSEWAY_MONGODB chooses one, MONGODB_URI names a server.",
      );
    const log = await verify(logCollection(mongo), knownLog);
    const reads = await verifyReads(mongo, new Date(), knownReads);
    const bad = [
      ...(log.bad
        ? [`The log is not as it was written from commit ${log.bad} on; up to ${log.head} it is.`]
        : []),
      ...(reads.bad ? [`What was read is not as it was written from batch ${reads.bad} on.`] : []),
    ];
    if (bad.length) throw new Advice(bad.join("\n"));
    say(`✓ The log is as it was written, up to commit ${log.head}.`);
    say(`✓ What was read is as it was written, up to batch ${reads.head}.`);
    const seals = [...sealOf("--known", log), ...sealOf("--known-reads", reads)].join(" ");
    say(`  Note their seals where nobody with rights on this database can write; later: ${seals}`);
  } finally {
    await mongo.close();
    await server.stop();
  }
}

const sealOf = (option: string, { head, hash }: Verified) => (head ? [`${option} ${head}:${hash}`] : []);

function noted(option: string, known: string | undefined): Known | undefined {
  if (!known) return undefined;
  const [, number, hash] = /^(\d+):([\w-]{43})$/.exec(known) ?? [];
  if (!number || !hash)
    throw new Advice(`${option} takes what an earlier run said: a number, a colon, a seal.`);
  return { number: Number(number), hash };
}

try {
  await main();
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
