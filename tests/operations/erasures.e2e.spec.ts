import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { identity } from "#services/identity/identity.contract.ts";
import { asSystem, callAs } from "#shared/contract/call.ts";
import { admit } from "../kit/people.ts";
import { type Product, startProduct } from "../kit/product.ts";
import { wordsIn } from "../kit/words-in.ts";

const script = fileURLToPath(new URL("../../scripts/erasures.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "causeway-erasures-"));
const products: Product[] = [];
afterAll(async () => {
  for (const product of products) await product.stop();
  rmSync(folder, { recursive: true });
});

/** With someone in it, as a backup of before their erasure has them. */
async function start(): Promise<Product> {
  const product = await startProduct();
  products.push(product);
  await admit(product, "zandbank", "company", ["member"], "sanne");
  return product;
}

async function run({ kernel }: Product, ...args: string[]): Promise<{ code: number | null; said: string }> {
  const { mongoUri, secret } = kernel.config;
  const env = { PATH: "", MONGODB_URI: mongoUri, CAUSEWAY_SECRET: secret };
  const child = spawn(process.execPath, [script, ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (said += data));
  const code = await new Promise<number | null>((ended) => child.once("close", ended));
  return { code, said };
}

it("K7: whoever was erased after a backup is erased again once it has been restored", async () => {
  const [now, restored] = [await start(), await start()];
  const meta = asSystem("test", { key: "a-key-of-an-erasure" });
  await callAs(now.broker, identity.actions.erasePerson, { id: "sanne" }, meta);
  const { said: list } = await run(now);
  expect(list).toContain('{"event":"PersonErased","id":"sanne"}');
  const file = join(folder, "erased.jsonl");
  writeFileSync(file, list);
  expect(await wordsIn(restored.kernel.mongo, ["Person of zandbank"])).toEqual([
    "identity.documents: Person of zandbank",
  ]);
  const again = await run(restored, "--again", file);
  expect(again).toMatchObject({ code: 0, said: expect.stringContaining("sanne erased again") });
  expect(await wordsIn(restored.kernel.mongo, ["Person of zandbank"])).toEqual([]);
  expect((await run(restored, "--again", file)).said).toContain("identity.erased-already");
});
