import { randomBytes } from "node:crypto";
import { mongo } from "mongoose";
import { type Config, readConfig } from "#shared/config/config.ts";
import type { Effort } from "../effort.ts";
import { type Helper, startHelper } from "../helper.ts";
import { planMissions } from "./missions.ts";
import { preparePartners } from "./partners.ts";
import { type People, preparePeople } from "./people.ts";
import { type Portal, portalEnvironment, startPortal } from "./portal.ts";

/** All that a measure may use. */
export type Stage = {
  effort: Effort;
  people: People;
  portal: Portal;
  mongoUri: string;
  /** The database of what it is measured against. */
  bareUri: string;
  config: Config;
  /** Sends requests. */
  load: Helper;
  /** What the portal is measured against: on the same server, in a database of its own. */
  bare: Helper;
  missions(count: number, capacity?: number): Promise<string[]>;
  stop(): Promise<void>;
};

export async function openStage(server: string, effort: Effort): Promise<Stage> {
  const name = `bench-${randomBytes(4).toString("hex")}`;
  const mongoUri = inDatabase(server, name);
  const env = await portalEnvironment(mongoUri);
  const config = readConfig(env);
  const people = await preparePeople(config, effort.members, effort.entries, effort.signers);
  await preparePartners(config, effort.partners);
  const portal = await startPortal(env);
  const load = startHelper(new URL("../load/main.ts", import.meta.url));
  const bare = startHelper(new URL("../bare/main.ts", import.meta.url));
  const bareUri = inDatabase(server, `${name}-bare`);
  await bare.ask("open", { uri: bareUri });
  return {
    effort,
    people,
    portal,
    mongoUri,
    bareUri,
    config,
    load,
    bare,
    missions: (count, capacity) => planMissions(portal.url, people.officers[0]!, count, capacity),
    async stop() {
      await Promise.all([load.stop(), bare.stop(), portal.stop()]);
      await dropDatabases([mongoUri, bareUri]);
    },
  };
}

async function dropDatabases(uris: string[]): Promise<void> {
  for (const uri of uris) {
    const client = await new mongo.MongoClient(uri).connect();
    await client.db().dropDatabase();
    await client.close();
  }
}

function inDatabase(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
