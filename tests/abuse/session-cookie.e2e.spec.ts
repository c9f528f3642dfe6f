import { newSecret } from "#shared/access/secrets.ts";
import { openClient } from "../kit/client.ts";
import { admit } from "../kit/people.ts";
import { type Product, startProduct } from "../kit/product.ts";

let product: Product;
beforeAll(async () => {
  product = await startProduct();
  await admit(product, "zandbank", "company", ["member"], "sanne");
});
afterAll(() => product.stop());

const begin = (cookie?: string) => {
  const client = openClient(product.url);
  client.cookie = cookie;
  return client.send("POST", "/api/demo/session", { body: { person: "sanne" } });
};
const cookieIn = (headers: Headers) =>
  headers.getSetCookie().find((cookie) => cookie.startsWith("__Host-causeway=")) ?? "";
const pairOf = (cookie: string) => cookie.split(";")[0]!;
const isSignedIn = async (cookie: string) =>
  (await openClient(product.url).get("/api/session", { cookie })).body.signedIn;

it("is the browser's alone: no script reads it, no other name gets it, and no page's answer holds it", async () => {
  const { headers, body } = await begin();
  const [first, second] = [cookieIn(headers), cookieIn((await begin()).headers)];
  expect(first).toMatch(/^__Host-causeway=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  expect(pairOf(second)).not.toBe(pairOf(first));
  expect(body).toEqual({ person: "sanne", secret: "" });
});

it("is a new one each time someone signs in or acts for another, and the one before it opens nothing", async () => {
  const first = pairOf(cookieIn((await begin()).headers));
  expect(await isSignedIn(first)).toBe(true);
  const second = pairOf(cookieIn((await begin(first)).headers));
  expect([second === first, await isSignedIn(first), await isSignedIn(second)]).toEqual([false, false, true]);
  const client = openClient(product.url);
  client.cookie = second;
  const body = { organisation: "zandbank" };
  const third = pairOf(cookieIn((await client.send("PUT", "/api/session/organisation", { body })).headers));
  expect([third === second, await isSignedIn(second), await isSignedIn(third)]).toEqual([false, false, true]);
});

it("K1: says to its owner of which browser it is, also when they go on for another organisation", async () => {
  const client = openClient(product.url);
  client.cookie = pairOf(cookieIn((await begin()).headers));
  const agent =
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";
  const { headers } = await client.send("PUT", "/api/session/organisation", {
    body: { organisation: "zandbank" },
    headers: { "user-agent": agent },
  });
  const cookie = pairOf(cookieIn(headers));
  const { body } = await client.get("/api/account/sessions", { cookie });
  expect(body.rows).toContainEqual(expect.objectContaining({ current: true, device: "Chrome, Linux" }));
});

it("is never one that somebody else has put there", async () => {
  const planted = `__Host-causeway=${newSecret()}`;
  const { headers } = await begin(planted);
  expect(pairOf(cookieIn(headers))).not.toBe(planted);
  expect(await isSignedIn(planted)).toBe(false);
});

it("opens what no browser and no proxy keeps", async () => {
  const cookie = pairOf(cookieIn((await begin()).headers));
  for (const path of ["/api/session", "/api/account", "/api/account/sessions", "/api/people/sanne/export"]) {
    const { status, headers } = await openClient(product.url).get(path, { cookie });
    expect({ path, status, kept: headers.get("cache-control") }).toEqual({
      ...{ path, status: 200, kept: "no-store" },
    });
  }
});
