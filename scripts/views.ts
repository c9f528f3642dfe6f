// Shows how far views and reactions have come and what stands still; rebuilds a view from the log, or lets what stands
// still try again.
import { parseArgs } from "node:util";
import { services } from "#services/all.ts";
import { viewsOf } from "#shared/contract/serve.ts";
import type { Stores } from "#shared/kernel.ts";
import { headOf, logCollection } from "#shared/log/collection.ts";
import { connect } from "#shared/mongo/connect.ts";
import { alarmsOf, retryAlarm, stoppedAlarms } from "#shared/reactions/alarms.ts";
import { marksOf, retryMark } from "#shared/views/marks.ts";
import { rebuild } from "#shared/views/rebuild.ts";
import { openDatabase } from "./app/database.ts";
import { Advice, explain, say, step } from "./progress.mjs";

/** SecantusDB's Python server renames a collection row by row: minutes for tens of thousands. */
const patienceMs = 60 * 60_000;

const { values } = parseArgs({ options: { rebuild: { type: "string" }, retry: { type: "string" } } });

async function main(): Promise<void> {
  const server = await openDatabase();
  const mongo = await connect(server.url, patienceMs);
  try {
    const stores = { mongo, log: logCollection(mongo) };
    if (values.rebuild) await rebuildOne(stores, values.rebuild);
    if (values.retry) await retryOne(stores, values.retry);
    await show(stores);
  } finally {
    await mongo.close();
    await server.stop();
  }
}

async function rebuildOne(stores: Stores, name: string): Promise<void> {
  const views = services.flatMap(viewsOf);
  const view = views.find((one) => one.name === name);
  if (!view)
    throw new Advice(`There is no view ${name}. There are: ${views.map((one) => one.name).join(", ")}.`);
  say("  A long log takes its time. SecantusDB's Python server may need minutes to put the rows in place.");
  await step(
    name,
    () => rebuild(stores, view),
    () => `${name} built anew`,
  );
}

async function retryOne({ mongo }: Stores, name: string): Promise<void> {
  const stood = (await retryMark(marksOf(mongo), name)) || (await retryAlarm(alarmsOf(mongo), name));
  if (!stood) throw new Advice(`${name} does not stand still.`);
  say(`✓ ${name} tries again`);
}

async function show({ mongo, log }: Stores): Promise<void> {
  say(
    `\n  The log stands at ${await headOf(log)}. Marks move with an effect, or after a thousand commits without one.\n`,
  );
  for (const { _id, position, failed } of await marksOf(mongo).find().sort({ _id: 1 }).toArray()) {
    const stands = failed ? `  stands still at event ${failed.event}: ${failed.error}` : "";
    say(`  ${_id.padEnd(32)} ${String(position).padStart(8)}${stands}`);
  }
  for (const { _id, action, failed } of await stoppedAlarms(alarmsOf(mongo)))
    say(`  alarm ${_id} for ${action} was not rung: ${failed}`);
}

try {
  await main();
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
