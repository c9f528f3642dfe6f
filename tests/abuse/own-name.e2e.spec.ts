import { admit, signIn } from "../kit/people.ts";
import { type Product, startProduct } from "../kit/product.ts";
import { expectProblem, send } from "./send.ts";

let real: Product;
beforeAll(async () => {
  real = await startProduct({ config: { publicUrl: "https://portal.example.org", demo: false } });
});
afterAll(() => real.stop());

type Asked = { method?: string; headers?: Record<string, string> };

const ask = (host: string, path: string, { method = "GET", headers = {} }: Asked = {}) =>
  send(real.url, { method, path, headers: { host, "accept-language": "nl", ...headers } });

it("answers under its own name", async () => {
  for (const host of ["portal.example.org", "portal.example.org:443", "PORTAL.example.org"])
    expect((await ask(host, "/api/missions")).status).toBe(200);
});

it.each([
  ["evil.example"],
  ["portal.example.org.evil.example"],
  ["portal.example.org:80"],
  ["portal.example.org."],
  ["x@portal.example.org"],
  ["127.0.0.1"],
  [""],
])("J7: answers nothing under the name %p", async (host) => {
  const misdirected = { status: 421, code: "misdirected", locale: "nl" };
  for (const path of [
    "/",
    "/nl/missions",
    "/assets/x.js",
    "/api/missions",
    "/api/openapi.json",
    "/no/such/page",
  ])
    expectProblem(await ask(host, path), misdirected);
  const forwarded = { "x-forwarded-host": "portal.example.org", forwarded: "host=portal.example.org" };
  expectProblem(await ask(host, "/api/session", { method: "DELETE", headers: forwarded }), misdirected);
});

it("tells whoever watches this machine that it lives, under whatever name they ask", async () => {
  for (const path of ["/livez", "/readyz"]) expect((await ask("127.0.0.1:3000", path)).status).toBe(200);
});

it("J7: takes a change from its own pages by https alone, and says to come by nothing else", async () => {
  const from = (origin: string) =>
    ask("portal.example.org", "/api/session", { method: "DELETE", headers: { origin } });
  const own = await from("https://portal.example.org");
  expect(own.status).toBe(200);
  expect(own.headers["strict-transport-security"]).toMatch(/^max-age=31536000/);
  for (const origin of ["http://portal.example.org", "https://portal.example.org:8443", "null"])
    expectProblem(await from(origin), { status: 403, code: "csrf", locale: "nl" });
});

it("writes its configured address in a letter, whatever name it was asked under", async () => {
  const demo = await startProduct({ config: { port: 0 } });
  await admit(demo, "getijkracht", "office", ["officer"], "leen");
  await admit(demo, "zandbank", "company", ["member"]);
  const leen = await signIn(demo, "leen");
  const asked = JSON.stringify({ email: "person-zandbank@zandbank.example", language: "en" });
  const headers = {
    host: "evil.example",
    "x-forwarded-host": "evil.example",
    "content-type": "application/json",
  };
  const { status } = await send(demo.url, {
    method: "POST",
    path: "/api/sign-in-links",
    headers,
    raw: asked,
  });
  expect(status).toBe(200);
  const link = async () => JSON.stringify((await leen.get("/api/letters")).body.rows);
  while (!(await link()).includes("sign-in/link")) await new Promise((soon) => setTimeout(soon, 50));
  expect(await link()).toContain("http://127.0.0.1:");
  expect(await link()).not.toContain("evil");
  await demo.stop();
});
