import { database } from "#shared/mongo/connect.ts";
import { marksOf } from "#shared/views/marks.ts";
import { admit } from "../kit/people.ts";
import { type Product, startProduct } from "../kit/product.ts";
import { runScript } from "../kit/script.ts";

let product: Product;

beforeAll(async () => {
  product = await startProduct();
  await admit(product, "getijkracht", "office", ["officer"], "leen");
});
afterAll(() => product.stop());

function views(...args: string[]) {
  const { mongoUri, secret } = product.kernel.config;
  return runScript("views", args, { MONGODB_URI: mongoUri, CAUSEWAY_SECRET: secret });
}

const rows = () => database(product.kernel.mongo).collection<{ _id: string }>("identity.organisations");

it("J5: builds a view anew by hand while the portal runs", async () => {
  await rows().deleteMany({});
  const { code, said } = await views("--rebuild", "identity.organisations");
  expect({ code, said }).toMatchObject({
    code: 0,
    said: expect.stringContaining("identity.organisations built anew"),
  });
  expect(await rows().countDocuments()).toBe(1);
  await admit(product, "zandbank", "company", ["member"]);
  expect(await rows().countDocuments()).toBe(2);
});

it("J4: lets a view that stands still try again, and says so of one that does not", async () => {
  const failed = { position: 1, event: "1.0", error: "Error: no", at: new Date(), tries: 5 };
  await marksOf(product.kernel.mongo).updateOne({ _id: "missions.entries" }, { $set: { failed } });
  expect((await views()).said).toContain("stands still at event 1.0");
  expect(await views("--retry", "missions.entries")).toMatchObject({ code: 0 });
  expect(await views("--retry", "missions.entries")).toMatchObject({ code: 1 });
});

it("names the views there are when asked for another", async () => {
  const { code, said } = await views("--rebuild", "missions.nothing");
  expect(code).toBe(1);
  expect(said).toContain("missions.entries");
});
