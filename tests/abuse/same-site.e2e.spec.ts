import { atRest } from "../kit/at-rest.ts";
import { digestOf } from "../kit/digest.ts";
import { admit, signIn } from "../kit/people.ts";
import { type Product, startProduct } from "../kit/product.ts";
import { expectProblem, send } from "./send.ts";

let product: Product;
let cookie: string;

beforeAll(async () => {
  product = await startProduct();
  await admit(product, "getijkracht", "office", ["officer"], "leen");
  cookie = (await signIn(product, "leen")).cookie!;
  await product.settled();
});
afterAll(() => product.stop());

const change = (headers: Record<string, string>) => {
  const raw = JSON.stringify({
    id: "zandbank",
    kind: "company",
    name: "Zandbank",
    country: "BE",
    size: "sme",
  });
  const own = { "content-type": "application/json", "idempotency-key": "the-key-of-zandbank" };
  return send(product.url, {
    method: "POST",
    path: "/api/organisations",
    headers: { ...own, ...headers },
    raw,
  });
};

it.each([
  ["no header that only its own pages send", {}],
  ["another origin", { "causeway-csrf": "1", origin: "https://elsewhere.example" }],
  ["another port", { "causeway-csrf": "1", origin: "http://127.0.0.1:1" }],
  ["an origin that is hidden", { "causeway-csrf": "1", origin: "null" }],
  ["another site, as the browser says", { "causeway-csrf": "1", "sec-fetch-site": "cross-site" }],
  ["a sister of its site", { "causeway-csrf": "1", "sec-fetch-site": "same-site" }],
] as [string, Record<string, string>][])("J7: a session changes nothing with %s", async (_name, headers) => {
  await atRest(product);
  const before = await digestOf(product.kernel.mongo);
  expectProblem(await change({ cookie, ...headers }), { status: 403, code: "csrf" });
  expect(await digestOf(product.kernel.mongo)).toEqual(before);
});

it("J7: grants no other site the question whether it may send that header", async () => {
  const { headers, status } = await send(product.url, {
    method: "OPTIONS",
    path: "/api/organisations",
    headers: {
      ...{ origin: "https://elsewhere.example", "access-control-request-method": "POST" },
      "access-control-request-headers": "causeway-csrf,content-type",
    },
  });
  expect(status).toBeGreaterThanOrEqual(400);
  expect(Object.keys(headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
});

it("takes the change from a page of its own, and asks no header of whoever has no session", async () => {
  const { host } = new URL(product.url);
  const page = { "causeway-csrf": "1", origin: `http://${host}`, "sec-fetch-site": "same-origin" };
  expectProblem(await change({}), { status: 401, code: "unauthenticated" });
  expect((await change({ cookie, ...page })).status).toBe(200);
});

it.each(["/", "/api/missions", "/api/session", "/api/docs/static/index.html", "/no/such/page.js", "/livez"])(
  "J7: says by a policy without unsafe- what a browser may do with %s, and guesses and frames nothing",
  async (path) => {
    const { headers } = await fetch(product.url + path);
    expect(headers.get("content-security-policy")).toMatch(/default-src '(none|self)'/);
    expect(headers.get("content-security-policy")).toMatch(/frame-ancestors 'none'/);
    expect(headers.get("content-security-policy")).not.toMatch(/unsafe-|\*/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
  },
);
