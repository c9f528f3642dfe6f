import { freePort } from "#shared/testing/free-port.ts";
import { openClient } from "../kit/client.ts";
import { type Product, startProduct } from "../kit/product.ts";

let product: Product;
let port: number;

beforeAll(async () => {
  port = await freePort();
  product = await startProduct({ config: { metricsPort: port } });
});
afterAll(() => product.stop());

it("gives Prometheus its figures, on a port that only this machine reaches", async () => {
  await openClient(product.url).get("/api/partners");
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  expect(text).toMatch(/moleculer_request_total\{[^}]*action="partnerships\.partners"/);
  expect(text).toMatch(/causeway_log_head\{/);
  expect(text).toMatch(/causeway_view_lag\{[^}]*view="partnerships\.partners"/);
  expect(text).toMatch(/causeway_eventloop_lag_p99_ms\{/);
});
