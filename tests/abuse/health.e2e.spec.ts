import { jest } from "@jest/globals";
import { atOnce, openHttp } from "../faults/load.ts";
import { type Product, startProduct } from "../kit/product.ts";

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.stop());

it("looks once a second how it is, however often it is asked", async () => {
  const http = openHttp(product.url, 20);
  // Each look goes through what is registered, once for each service.
  const looked = jest.spyOn(product.broker.registry, "getServiceList");
  const ask = () => http.once({ method: "GET", path: "/readyz" });
  await ask();
  const once = looked.mock.calls.length;
  expect(once).toBeGreaterThan(0);
  const began = performance.now();
  await atOnce([...Array(1_000).keys()], 20, async () => expect((await ask()).status).toBe(200));
  const seconds = Math.ceil((performance.now() - began) / 1_000);
  http.close();
  expect(looked.mock.calls.length).toBeLessThanOrEqual(once * (1 + seconds));
});
