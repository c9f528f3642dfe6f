import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { identity } from "#services/identity/identity.contract.ts";
import { asSystem, callAs } from "#shared/contract/call.ts";
import { admit } from "../kit/people.ts";
import { type Product, startProduct } from "../kit/product.ts";
import { runScript } from "../kit/script.ts";
import { wordsIn } from "../kit/words-in.ts";

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

function run({ kernel }: Product, ...args: string[]) {
  const { mongoUri, secret } = kernel.config;
  return runScript("erasures", args, { MONGODB_URI: mongoUri, CAUSEWAY_SECRET: secret });
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
