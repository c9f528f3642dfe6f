import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { identity } from "#services/identity/identity.contract.ts";
import identityService from "#services/identity/identity.service.ts";
import { organisationRows as view } from "#services/identity/organisations/views/organisations.ts";
import logService from "#services/log/log.service.ts";
import { inRole } from "../access/principal.ts";
import { database } from "../mongo/connect.ts";
import { databaseUri, startNode, type TestNode } from "../testing/node.ts";

const admin = inRole("admin", "admin-1", "office");
const root = fileURLToPath(new URL("../../", import.meta.url));

/** A portal that dies, by kill -9, between its rows and the end of their transaction. */
function dieInTransaction(mongoUri: string): Promise<string | null> {
  const env = {
    PATH: "",
    MONGODB_URI: mongoUri,
    CAUSEWAY_SECRET: "a-secret-for-tests-of-32-characters",
    CAUSEWAY_CRASH_AT: "project: after the rows",
    LOG_LEVEL: "fatal",
    SERVICEDIR: "services",
    SERVICES: "log,identity",
  };
  const args = [
    "node_modules/moleculer/bin/moleculer-runner.js",
    "--config",
    "moleculer.config.ts",
    "--mask",
    "**/*.service.ts",
  ];
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: "ignore" });
  return new Promise((ended) => child.once("exit", (_code, signal) => ended(signal)));
}

const admit = (node: TestNode, id: string) =>
  node.as(admin, identity.actions.admitOrganisation, {
    id,
    kind: "company",
    name: id,
    country: "BE",
    size: "sme",
  });

// A person reloads a page for some seconds, three times as long in a test; the lock alone would last a minute, and on a busy machine all takes its time.
const patienceMs = 45_000;

/** Another organisation comes to the log without anyone who follows it here. */
async function repeatFirst(mongoUri: string, stream: string): Promise<void> {
  const node = await startNode({ services: [logService], config: { mongoUri } });
  const log = database(node.kernel.mongo).collection<any>("log");
  const [commit] = await log.find({}).toArray();
  const entries = [{ ...commit.entries[0], stream, after: 0 }];
  await log.insertOne({ ...commit, _id: 2, keys: ["x"], entries });
  await node.broker.stop();
}

async function takesOver(mongoUri: string): Promise<void> {
  const began = Date.now();
  const node = await startNode({ services: [logService, identityService], config: { mongoUri } });
  await node.settled();
  expect(await database(node.kernel.mongo).collection(view.name).countDocuments()).toBe(2);
  expect(Date.now() - began).toBeLessThan(patienceMs);
  await node.stop();
}

it("J5: takes over from a process that was killed inside a transaction, without waiting for its lock to age", async () => {
  const mongoUri = databaseUri();
  const first = await startNode({ services: [logService, identityService], config: { mongoUri } });
  await admit(first, "zandbank");
  await first.settled();
  await first.broker.stop();
  // Something the dying process has to fold as soon as it starts.
  await repeatFirst(mongoUri, "organisation/kielzog");
  expect(await dieInTransaction(mongoUri)).toBe("SIGKILL");
  await takesOver(mongoUri);
}, 120_000);

it("J5: takes over also from a copy that had begun before another did", async () => {
  const mongoUri = databaseUri();
  const first = await startNode({ services: [logService, identityService], config: { mongoUri } });
  await admit(first, "zandbank");
  await first.settled();
  const followers = database(first.kernel.mongo).collection<any>("followers");
  const began = async () => (await followers.findOne({ _id: view.name })).sessions.length;
  const dies = dieInTransaction(mongoUri);
  while ((await began()) < 2) await sleep(50);
  await first.broker.stop();
  const other = await startNode({ services: [logService, identityService], config: { mongoUri } });
  await other.broker.stop();
  await repeatFirst(mongoUri, "organisation/kielzog");
  expect(await dies).toBe("SIGKILL");
  await takesOver(mongoUri);
}, 120_000);
