import { tokensOf } from "#services/identity/tokens/tokens.ts";
import { missions } from "#services/missions/missions.contract.ts";
import { officer, planOf } from "#services/missions/missions.testing.ts";
import { newSecret } from "#shared/access/secrets.ts";
import { newId } from "#shared/ids.ts";
import { atRest } from "../kit/at-rest.ts";
import type { Client } from "../kit/client.ts";
import { digestOf } from "../kit/digest.ts";
import { follow } from "../kit/live.ts";
import { admit, signIn } from "../kit/people.ts";
import { type Product, startProduct } from "../kit/product.ts";
import { expectProblem, type Sent, send } from "./send.ts";

let product: Product;
let leen: Client;

beforeAll(async () => {
  product = await startProduct({ config: { trustedProxies: ["127.0.0.1"] } });
  await admit(product, "getijkracht", "office", ["officer"], "leen");
  await product.as(officer, missions.actions.planMission, { id: "ceara", ...planOf() });
  leen = await signIn(product, "leen");
  await product.settled();
});
afterAll(() => product.stop());

type Made = { token: string; bearer: string };

async function make(scope = ["missions.write"], client = leen): Promise<Made> {
  const { status, body } = await client.send("POST", "/api/account/tokens", {
    body: { name: "A program", scope },
  });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
}

const entries = "/api/missions/ceara/entries";
const by = (bearer: string) => ({ authorization: `Bearer ${bearer}` });
const get = (path: string, headers: Record<string, string>) =>
  send(product.url, { method: "GET", path, headers });

function claim(headers: Record<string, string>, seats = 1): Promise<Sent> {
  const own = { "content-type": "application/json", "idempotency-key": newId() };
  const raw = JSON.stringify({ company: "getijkracht", seats });
  const path = "/api/missions/ceara/claims";
  return send(product.url, { method: "POST", path, headers: { ...own, ...headers }, raw });
}

it("K1: does what it is for, without a page's header and whatever site is said", async () => {
  const { bearer } = await make();
  expect((await get(entries, by(bearer))).status).toBe(200);
  for (const headers of [{}, { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" }]) {
    const { status, body } = await claim({ ...by(bearer), ...headers });
    expect({ status, code: body.code }).not.toMatchObject({ status: 403 });
    expect(status).toBeLessThan(500);
  }
  const { body } = await get("/api/session", by(bearer));
  expect(body).toMatchObject({ signedIn: true, person: { person: "leen", roles: ["officer"] } });
  expect(body.secondFactor).toBeUndefined();
  expect(body.abilities).toContain("POST /missions/:mission/claims");
  expect(body.abilities).not.toContain("GET /registrations");
});

it("K1: is refused what it is not for, with the scope that it lacks, and what its owner does themselves", async () => {
  const { bearer } = await make(["missions.read"]);
  const refused = await claim(by(bearer));
  expectProblem(refused, { status: 403, code: "outside-scope" });
  expect(refused.body.params).toEqual({ rule: "sign-up-own-company", scope: "missions.write" });
  expectProblem(await get("/api/registrations", by(bearer)), { status: 403, code: "outside-scope" });
  for (const path of ["/api/account", "/api/account/tokens", "/api/account/sessions"])
    expectProblem(await get(path, by(bearer)), { status: 403, code: "not-by-token" });
});

it("K1: opens nothing from the moment on that it is revoked", async () => {
  const { token, bearer } = await make();
  const { status, told, ended } = await follow(product.url, [entries], by(bearer));
  expect(status).toBe(200);
  expect((await get(entries, by(bearer))).status).toBe(200);
  expect((await leen.send("DELETE", `/api/account/tokens/${token}`)).status).toBe(200);
  const refused = await get(entries, by(bearer));
  expectProblem(refused, { status: 401, code: "token-invalid" });
  expect(refused.headers["www-authenticate"]).toBe("Bearer");
  await ended;
  expect(told).toEqual([]);
  const again = await follow(product.url, [entries], by(bearer));
  expect(again.status).toBe(401);
});

it("K1: opens nothing once it has expired, or was never made", async () => {
  const { token, bearer } = await make();
  await tokensOf(product.kernel.mongo).updateOne({ token }, { $set: { endsAt: new Date() } });
  const forged = [`ccp_${token}_${newSecret()}`, `ccp_${newId()}_${newSecret()}`];
  for (const one of [bearer, ...forged, bearer.slice(0, -1), `${bearer}x`, "ccp__", "x"])
    for (const path of [entries, "/api/session"])
      expectProblem(await get(path, by(one)), { status: 401, code: "token-invalid" });
  expectProblem(await claim(by(bearer)), { status: 401, code: "token-invalid" });
});

it("K1: is refused in an address, also in part, and where it would be right otherwise", async () => {
  const { token, bearer } = await make();
  await atRest(product);
  const before = await digestOf(product.kernel.mongo);
  for (const path of [
    `${entries}?token=${bearer}`,
    `${entries}?access_token=${encodeURIComponent(`Bearer ${bearer}`)}`,
    `${entries}?${bearer}`,
    `${entries}?token=ccp%5F${token}%5Fhalf`,
    `/api/missions?limit=1&token=${bearer}`,
    `/api/${bearer}`,
    `/?token=${bearer}`,
  ])
    for (const headers of [{}, by(bearer), { cookie: leen.cookie! }] as Record<string, string>[])
      expectProblem(await get(path, headers), { status: 401, code: "token-in-address" });
  expect(await digestOf(product.kernel.mongo)).toEqual(before);
});

it("K1: is taken alone: beside a session or a link nobody knows who asks", async () => {
  const { bearer } = await make();
  for (const headers of [{ cookie: leen.cookie!, "causeway-csrf": "1" }, { "causeway-link": newSecret() }]) {
    expectProblem(await get(entries, { ...by(bearer), ...headers } as any), {
      ...{ status: 400, code: "malformed" },
    });
    expectProblem(await claim({ ...by(bearer), ...headers } as any), { status: 400, code: "malformed" });
  }
});

it("K1: is an account of its own where requests are counted, and one that opens nothing is none", async () => {
  const { bearer } = await make();
  const change = (own: string) => claim({ ...by(own), "x-forwarded-for": "192.0.2.9" }, 0);
  const statuses = async (own: () => string) => {
    const all: number[] = [];
    for (let n = 0; n < 140; n++) all.push((await change(own())).status);
    return [...new Set(all)].sort();
  };
  expect(await statuses(() => bearer)).toEqual([422]);
  expect(await statuses(() => `ccp_${newId()}_${newSecret()}`)).toEqual([401, 429]);
});

it("K7: opens nothing once its owner is erased", async () => {
  await admit(product, "zandbank", "company", ["member"], "sanne");
  const sanne = await signIn(product, "sanne");
  const { bearer } = await make(["missions.read"], sanne);
  expect((await get("/api/session", by(bearer))).status).toBe(200);
  expect((await sanne.send("POST", "/api/people/sanne/erasure-requests")).status).toBe(200);
  await product.settled();
  expect((await leen.send("POST", "/api/people/sanne/erasure")).status).toBe(200);
  expectProblem(await get("/api/session", by(bearer)), { status: 401, code: "token-invalid" });
});
