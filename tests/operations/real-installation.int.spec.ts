import { spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { logCollection } from "#shared/log/collection.ts";
import { connect, database, type Mongo } from "#shared/mongo/connect.ts";
import { databaseUri } from "#shared/testing/node.ts";
import { founder } from "../../scripts/demo/desk.ts";
import { root } from "../../scripts/paths.ts";

const mongoUri = databaseUri();
const secret = "a-secret-for-tests-of-32-characters";
let mongo: Mongo;

/** As a demo's log begins. */
beforeAll(async () => {
  mongo = await connect(mongoUri);
  const entries = [{ stream: "organisation/getijkracht", after: 0, outcomes: [{ by: founder, events: [] }] }];
  await logCollection(mongo).insertOne({ _id: 1, at: new Date(), keys: [], entries } as never);
});
afterAll(async () => {
  await database(mongo).dropDatabase();
  await mongo.close();
});

async function start(
  script: string,
  env: Record<string, string>,
  args: string[] = [],
): Promise<{ code: number | null; said: string }> {
  const file = fileURLToPath(new URL(`../../scripts/${script}`, import.meta.url));
  const child = spawn(process.execPath, [file, ...args], {
    cwd: root,
    env: { PATH: "", ...env },
    stdio: ["ignore", "pipe", "pipe"],
    timeout: 20_000,
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (said += data));
  const code = await new Promise<number | null>((ended) => child.once("close", ended));
  return { code, said };
}

const publicUrl = "https://portal.example.org";

it.each([["start.ts"], ["cluster.ts"], ["deploy/start.ts"]])(
  "does not show invented members and demo sessions to the public: %s",
  async (script) => {
    const env = { MONGODB_URI: mongoUri, CAUSEWAY_PUBLIC_URL: publicUrl, CAUSEWAY_SECRET: secret };
    const { code, said } = await start(script, env);
    expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining("holds the demo set") });
  },
);

it.each([
  ["start.ts", { CAUSEWAY_PUBLIC_URL: publicUrl }],
  ["start.ts", { MONGODB_URI: mongoUri }],
  ["cluster.ts", { CAUSEWAY_PUBLIC_URL: publicUrl }],
] as [string, Record<string, string>][])(
  "makes no secret of its own for a real installation: %s, %j",
  async (script, env) => {
    const { code, said } = await start(script, env);
    expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining("CAUSEWAY_SECRET_FILE") });
    expect(said).not.toContain("MongoDB:");
  },
);

it("advises a container to remove its volume, for a folder that it could move is not there", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "real-")), "mongodb_uri");
  writeFileSync(file, mongoUri);
  const env = { MONGODB_URI_FILE: file, CAUSEWAY_PUBLIC_URL: publicUrl, CAUSEWAY_SECRET: secret };
  const { said } = await start("deploy/start.ts", env);
  expect(said).toMatch(/or remove the volume that holds this one\.\n$/);
});

it.each([
  ["settings that are missing", {}, "CAUSEWAY_SECRET is missing"],
  [
    "a MongoDB that is away",
    { MONGODB_URI: "mongodb://127.0.0.1:1/causeway", CAUSEWAY_SECRET: secret },
    "MongoDB does not answer",
  ],
] as [string, Record<string, string>, string][])(
  "tells in words, without a stack, of %s",
  async (_what, env, words) => {
    const { code, said } = await start("deploy/start.ts", env);
    expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining(words) });
    expect(said).not.toMatch(/^ +at /m);
  },
);

const runner = "../node_modules/moleculer/bin/moleculer-runner.js";

it.each([
  ["deploy/start.ts", []],
  [runner, ["--config", "moleculer.config.ts", "--mask", "**/*.service.ts"]],
])("says all that is wrong with its settings, each on a line and nothing else: %s", async (script, args) => {
  const wrong = { LOG_LEVEL: "loud", CAUSEWAY_BOUNCES_DOMAIN: "bounces.example", METRICS_PORT: "none" };
  const env = { MONGODB_URI: mongoUri, CAUSEWAY_SECRET: secret, ...wrong, SERVICES: "log" };
  const { code, said } = await start(script, env, args);
  expect(code).toBe(1);
  const [first, ...faults] = said.trim().split("\n");
  expect(first).toMatch(/settings/);
  expect(faults).toEqual([
    expect.stringMatching(/^ {2}- .*CAUSEWAY_BOUNCES_PORT/),
    expect.stringMatching(/^ {2}- LOG_LEVEL/),
    expect.stringMatching(/^ {2}- METRICS_PORT/),
  ]);
});
