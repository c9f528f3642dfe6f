// Lists whom the log says to have been erased; after a restore, erases those of such a list again.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { ServiceBroker } from "moleculer";
import { identity } from "#services/identity/identity.contract.ts";
import identityService from "#services/identity/identity.service.ts";
import logService from "#services/log/log.service.ts";
import { partnerships } from "#services/partnerships/partnerships.contract.ts";
import partnershipsService from "#services/partnerships/partnerships.service.ts";
import { type Config, readConfig } from "#shared/config/config.ts";
import { asSystem, callAs } from "#shared/contract/call.ts";
import { isRefusal } from "#shared/contract/refusals.ts";
import { erasedBy } from "#shared/documents/erased.ts";
import { newId } from "#shared/ids.ts";
import { logCollection } from "#shared/log/collection.ts";
import { eventsOf, idOf } from "#shared/log/events.ts";
import { connect } from "#shared/mongo/connect.ts";
import { brokerOptions } from "#shared/node/broker.ts";
import { settled } from "#shared/node/settled.ts";
import { needSecretOfPortal, openDatabase } from "./app/database.ts";
import { appEnvironment } from "./app/environment.ts";
import { explain, say } from "./progress.mjs";

const { values } = parseArgs({ options: { again: { type: "string" } } });

type Erased = { event: string; id: string };

const commands: Record<
  string,
  typeof identity.actions.erasePerson | typeof partnerships.actions.eraseRegistration
> = {
  PersonErased: identity.actions.erasePerson,
  RegistrationErased: partnerships.actions.eraseRegistration,
};

async function main(): Promise<void> {
  const server = await openDatabase();
  try {
    needSecretOfPortal();
    const config = readConfig(appEnvironment(server.url, ""));
    if (values.again) await eraseAgain(config, listIn(values.again));
    else await list(config);
  } finally {
    await server.stop();
  }
}

/** One line of JSON each, to be kept beside the backups: a dump that is older knows nothing of it. */
async function list({ mongoUri }: Config): Promise<void> {
  const mongo = await connect(mongoUri);
  try {
    const commits = logCollection(mongo).find({
      "entries.outcomes.events.type": { $in: Object.keys(commands) },
    });
    for await (const commit of commits)
      for (const event of eventsOf(commit).filter(erasedBy))
        process.stdout.write(`${JSON.stringify({ event: event.type, id: idOf(event) })}\n`);
  } finally {
    await mongo.close();
  }
}

const listIn = (file: string): Erased[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line));

/** Without the mail service: it would send letters that were sent before. It erases its own when the portal starts. */
async function eraseAgain(config: Config, all: Erased[]): Promise<void> {
  const alone = {
    ...config,
    natsUrl: undefined,
    metricsPort: undefined,
    zipkinUrl: undefined,
    logLevel: "error",
  };
  const broker = new ServiceBroker(brokerOptions(alone as Config));
  for (const service of [logService, identityService, partnershipsService])
    broker.createService({ ...service });
  await broker.start();
  try {
    for (const { event, id } of all) {
      const meta = asSystem("erasures", { key: newId() });
      const { reply } = await callAs(broker, commands[event]!, { id }, meta);
      say(isRefusal(reply) ? `  ${id}: ${(reply as { refused: string }).refused}` : `✓ ${id} erased again`);
    }
    await settled(broker);
  } finally {
    await broker.stop();
  }
}

try {
  await main();
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
