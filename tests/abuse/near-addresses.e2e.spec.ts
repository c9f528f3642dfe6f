import { existsSync } from "node:fs";
import { type Product, startProduct } from "../kit/product.ts";

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.stop());

const statusOf = async (path: string) => (await fetch(`${product.url}${path}`)).status;

it.each(
  ["/readyz/", "/livez/", "/ReadyZ", "/metrics", "/api", "/api/", "//api/missions", "/API/missions"].map(
    (path) => [path],
  ),
)("answers %s with no page", async (path) => {
  expect(await statusOf(path)).toBe(404);
});

const built = existsSync(new URL("../../web/dist/index.html", import.meta.url));

it("answers the address of a page", async () => {
  expect(await statusOf("/en/missions")).toBe(built ? 200 : 404);
});
