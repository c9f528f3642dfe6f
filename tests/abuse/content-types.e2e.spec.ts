import { images } from "#services/settings/settings.testing.ts";
import { admit, signIn } from "../kit/people.ts";
import { type Product, startProduct } from "../kit/product.ts";

let product: Product;
let logo: string;
beforeAll(async () => {
  product = await startProduct();
  await admit(product, "getijkracht", "office", ["admin"], "mira");
  const mira = await signIn(product, "mira");
  logo = (await mira.send("POST", "/api/settings/logos", { body: { image: images.webp } })).body.logo;
});
afterAll(() => product.stop());

/** Of an answer that may never end. */
async function headersOf(path: string): Promise<Headers> {
  const { headers, body } = await fetch(product.url + path);
  await body?.cancel();
  return headers;
}

it.each([
  ["/robots.txt", "text/plain; charset=utf-8"],
  ["/api/session", "application/json; charset=utf-8"],
  ["/api/missions", "application/json; charset=utf-8"],
  ["/api/nothing", "application/problem+json"],
  ["/api/openapi.json", "application/json; charset=utf-8"],
  ["/api/docs/static/index.html", "text/html; charset=utf-8"],
  ["/api/live?resources=/api/missions", "text/event-stream; charset=utf-8"],
  ["/livez", "application/json; charset=utf-8"],
])("says of %s what it is, and in which characters", async (path, type) => {
  const headers = await headersOf(path);
  expect(headers.get("content-type")).toBe(type);
  expect(headers.get("x-content-type-options")).toBe("nosniff");
});

it("shows what was uploaded as an image, and as nothing that runs or loads", async () => {
  const headers = await headersOf(`/api/logos/${logo}`);
  expect(headers.get("content-type")).toBe("image/webp");
  expect(headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
});
