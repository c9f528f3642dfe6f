import { batchCollection } from "#shared/reads/batches.ts";
import { reasonsOf } from "#shared/reads/reasons.ts";
import { databaseUri } from "#shared/testing/node.ts";
import { admit, signIn } from "../kit/people.ts";
import { type Product, startProduct } from "../kit/product.ts";
import { runScript } from "../kit/script.ts";

let product: Product;
let asItWas: Date;

beforeAll(async () => {
  product = await startProduct();
  await admit(product, "getijkracht", "office", ["officer"], "leen");
});
afterAll(() => product.stop());

const audit = (...args: string[]) => auditOf(product.kernel.config.mongoUri, ...args);

const auditOf = (uri: string, ...args: string[]) => runScript("audit", args, { MONGODB_URI: uri });

it("I4: verifies the log of a running portal, against a seal noted earlier too, and names what was changed", async () => {
  const { code, said } = await audit();
  expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining("as it was written") });
  const [, known] = /--known (\S+)/.exec(said) ?? [];
  await admit(product, "zandbank", "company", ["member"]);
  expect(await audit("--known", known!)).toMatchObject({ code: 0 });
  const { log, tail } = product.kernel;
  asItWas = (await log.findOne({ _id: 2 }))!.at;
  await log.updateOne({ _id: 2 }, { $set: { at: new Date(0) } });
  expect(await audit()).toMatchObject({ code: 1, said: expect.stringContaining("from commit 2 on") });
  expect(tail.head()).toBeGreaterThan(2);
});

it("I4: verifies what was read too, and names what was changed", async () => {
  const { log, mongo } = product.kernel;
  await log.updateOne({ _id: 2 }, { $set: { at: asItWas } });
  const officer = await signIn(product, "leen");
  const answer = await officer.get("/api/letters", {
    "causeway-reason": encodeURIComponent("Één brief kwam niet aan."),
  });
  expect(answer.status).toBe(200);
  expect(await batchCollection(mongo).findOne({ _id: 1 })).toMatchObject({
    reads: [{ person: "leen", action: "mail.letters", trace: answer.headers.get("causeway-trace") }],
  });
  expect(await reasonsOf(mongo).find({}).lean()).toMatchObject([{ text: "Één brief kwam niet aan." }]);
  const { code, said } = await audit();
  expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining("up to batch 1") });
  const [, known] = /--known-reads (\S+)/.exec(said) ?? [];
  expect(await audit("--known-reads", known!)).toMatchObject({ code: 0 });
  await batchCollection(mongo).deleteOne({ _id: 1 });
  expect(await audit("--known-reads", known!)).toMatchObject({
    code: 1,
    said: expect.stringContaining("from batch 1 on"),
  });
});

it.each([[[]], [["--known", `1:${"a".repeat(43)}`]]])("says that there is no log: %j", async (args) => {
  const { code, said } = await auditOf(databaseUri(), ...args);
  expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining("There is no log here") });
  expect(said).not.toContain("as it was written");
});

it("says how a seal is given", async () => {
  expect(await audit("--known", "7")).toMatchObject({
    code: 1,
    said: expect.stringContaining("--known takes"),
  });
});
