import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { identity } from "#services/identity/identity.contract.ts";
import identityService from "#services/identity/identity.service.ts";
import { organisationRows as view } from "#services/identity/organisations/views/organisations.ts";
import logService from "#services/log/log.service.ts";
import { inRole } from "../access/principal.ts";
import { database } from "../mongo/connect.ts";
import { databaseUri, startNode } from "../testing/node.ts";

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

it("J5: takes over from a process that was killed inside a transaction, without waiting for its lock to age", async () => {
  const mongoUri = databaseUri();
  const first = await startNode({ services: [logService, identityService], config: { mongoUri } });
  const admit = (node: typeof first, id: string) =>
    node.as(admin, identity.actions.admitOrganisation, {
      id,
      kind: "company",
      name: id,
      country: "BE",
      size: "sme",
    });
  await admit(first, "zandbank");
  await first.settled();
  await first.broker.stop();
  // Something the dying process has to fold as soon as it starts.
  const second = await startNode({ services: [logService], config: { mongoUri } });
  const log = database(second.kernel.mongo).collection<any>("log");
  const [commit] = await log.find({}).toArray();
  const entry = commit.entries[0];
  await log.insertOne({
    ...commit,
    _id: 2,
    keys: ["x"],
    entries: [{ ...entry, stream: "organisation/kielzog", after: 0 }],
  });
  await second.broker.stop();
  expect(await dieInTransaction(mongoUri)).toBe("SIGKILL");
  const began = Date.now();
  const third = await startNode({ services: [logService, identityService], config: { mongoUri } });
  await third.settled();
  expect(await database(third.kernel.mongo).collection(view.name).countDocuments()).toBe(2);
  // A person reloads a page for some seconds, three times as long in a test; the lock alone would last a minute, and on a busy machine all takes its time.
  expect(Date.now() - began).toBeLessThan(45_000);
  await third.stop();
}, 120_000);
