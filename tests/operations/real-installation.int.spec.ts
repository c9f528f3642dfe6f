import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { logCollection } from "#shared/log/collection.ts";
import { connect, database, type Mongo } from "#shared/mongo/connect.ts";
import { databaseUri } from "#shared/testing/node.ts";
import { founder } from "../../scripts/demo/desk.ts";

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
): Promise<{ code: number | null; said: string }> {
  const file = fileURLToPath(new URL(`../../scripts/${script}`, import.meta.url));
  const child = spawn(process.execPath, [file], {
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
