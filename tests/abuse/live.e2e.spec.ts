import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { jest } from "@jest/globals";
import { limits } from "#services/gateway/live.ts";
import { times, unread } from "#services/gateway/live-listener.ts";
import { identity } from "#services/identity/identity.contract.ts";
import { sessionsOf } from "#services/identity/sessions/sessions.ts";
import { missions } from "#services/missions/missions.contract.ts";
import missionsService from "#services/missions/missions.service.ts";
import { officer, planOf } from "#services/missions/missions.testing.ts";
import { inRole } from "#shared/access/principal.ts";
import { openClient } from "../kit/client.ts";
import { follow as followOf } from "../kit/live.ts";
import { admit, signIn } from "../kit/people.ts";
import { type Product, startProduct } from "../kit/product.ts";

jest.setTimeout(60_000);

const admin = inRole("admin", "admin-1", "office");
let product: Product;
const usual = { limits: { ...limits }, times: { ...times }, unread: { ...unread } };

beforeAll(async () => {
  product = await startProduct();
  await admit(product, "getijkracht", "office", ["officer"], "leen");
  await product.as(officer, missions.actions.planMission, { id: "ceara", ...planOf() });
  await product.settled();
});
afterEach(() => {
  Object.assign(times, usual.times);
  Object.assign(limits, usual.limits);
  Object.assign(unread, usual.unread);
});
afterAll(() => product.stop());

const follow = (resources: string, headers: Record<string, string> = {}) =>
  followOf(product.url, resources.split(","), headers);

const within = (ms: number, ended: Promise<unknown>) =>
  Promise.race([ended.then(() => "ended"), sleep(ms, "open")]);

it("ends what is followed by whoever signs out, at once, also what all may see: the page is to notice", async () => {
  const leen = await signIn(product, "leen");
  const cookie = leen.cookie!;
  const own = await follow("/api/missions/ceara/entries", { cookie });
  const open = await follow("/api/missions", { cookie });
  await leen.send("DELETE", "/api/session");
  for (const { ended } of [own, open]) expect(await within(1_000, ended)).toBe("ended");
});

it("ends what is followed by a session that is ended from another one, within a second", async () => {
  const [here, elsewhere] = [await signIn(product, "leen"), await signIn(product, "leen")];
  const gone = await follow("/api/missions/ceara/entries", { cookie: elsewhere.cookie! });
  const own = await follow("/api/missions/ceara/entries", { cookie: here.cookie! });
  expect((await here.send("DELETE", "/api/account/sessions")).status).toBe(200);
  expect(await within(1_000, gone.ended)).toBe("ended");
  expect(await within(100, own.ended)).toBe("open");
  own.leave();
});

it("keeps no session from ending for a page that only stands open", async () => {
  times.beat = 200;
  const { cookie } = await signIn(product, "leen");
  const own = await follow("/api/missions/ceara/entries", { cookie: cookie! });
  // Unused for long, and about to end; the gateway remembers for two seconds who it was.
  const [seenAt, endsAt] = [new Date(Date.now() - 10 * 60_000), new Date(Date.now() + 3_500)];
  await sessionsOf(product.kernel.mongo).updateMany({ person: "leen" }, { $set: { seenAt, endsAt } });
  expect(await within(10_000, own.ended)).toBe("ended");
});

it("follows no record under the address of another kind that all may see", async () => {
  const { body } = await openClient(product.url).send("POST", "/api/registrations/drafts", {
    body: { country: "JP", language: "en" },
  });
  for (const [address, status] of [
    [`/api/partners/${body.id}`, 404],
    [`/api/missions/${body.id}`, 404],
    ["/api/missions/ceara", 200],
  ]) {
    const heard = await follow(String(address));
    expect([address, heard.status]).toEqual([address, status]);
    heard.leave();
  }
});

it("ends at its next beat what is followed by a link that another has taken the place of", async () => {
  times.beat = 200;
  const anyone = openClient(product.url);
  const started = await anyone.send("POST", "/api/registrations/drafts", {
    body: { country: "JP", language: "en" },
  });
  const { id, link } = started.body;
  const heard = await follow(`/api/registrations/${id}/own`, { "causeway-link": link });
  expect(await within(600, heard.ended)).toBe("open");
  const renewed = await anyone.send("POST", `/api/registrations/${id}/link`, {
    headers: { "causeway-link": link },
  });
  await anyone.get(`/api/registrations/${id}/own`, { "causeway-link": renewed.body.link });
  // The gateway remembers for two seconds whose link it was.
  expect(await within(4_000, heard.ended)).toBe("ended");
});

it("follows a page of a list, as the route reads its numbers", async () => {
  const { cookie = "" } = await signIn(product, "leen");
  for (const [query, status] of [
    ["?limit=50", 200],
    ["?limit=many", 404],
    ["?limit=50&isAdmin=true", 404],
  ]) {
    const heard = await follow(`/api/missions/ceara/entries${query}`, { cookie });
    expect([query, heard.status]).toEqual([query, status]);
    heard.leave();
  }
});

it("says that it cannot tell while a service is away, and 404 only to whoever may not", async () => {
  const { cookie = "" } = await signIn(product, "leen");
  expect((await follow("/api/missions/ceara/entries")).status).toBe(404);
  await product.broker.destroyService(product.broker.getLocalService("missions"));
  expect((await follow("/api/missions/ceara/entries", { cookie })).status).toBe(503);
  product.broker.createService({ ...missionsService });
  await product.broker.waitForServices("missions");
});

it("answers HEAD, which would otherwise wait for the end of a stream", async () => {
  const head = fetch(`${product.url}/api/live?resources=/api/missions`, {
    method: "HEAD",
    signal: AbortSignal.timeout(2_000),
  });
  expect((await head).status).toBe(404);
});

it("takes so many streams and no more, until one leaves", async () => {
  limits.streams = 2;
  const [first, second] = [await follow("/api/missions"), await follow("/api/missions")];
  const third = await follow("/api/missions");
  expect([third.status, third.response.headers["retry-after"]]).toEqual([503, "1"]);
  first.leave();
  await sleep(200);
  const fourth = await follow("/api/missions");
  expect(fourth.status).toBe(200);
  for (const one of [second, fourth]) one.leave();
});

it("keeps room for others: so many streams of one address, and fewer of one account", async () => {
  Object.assign(limits, { ofAddress: 3, ofAccount: 2 });
  const { cookie = "" } = await signIn(product, "leen");
  const ask = (headers?: Record<string, string>) => follow("/api/missions", headers);
  const [own, other] = [await ask({ cookie }), await ask({ cookie })];
  const third = await ask({ cookie });
  expect([third.status, third.response.headers["retry-after"]]).toEqual([429, "20"]);
  const anyone = await ask();
  expect(anyone.status).toBe(200);
  expect((await ask()).status).toBe(429);
  own.leave();
  await sleep(200);
  const again = await ask({ cookie });
  expect(again.status).toBe(200);
  for (const one of [other, anyone, again]) one.leave();
});

it("cuts off whoever leaves unread what they asked to hear", async () => {
  const { app } = product.broker.getLocalService("gateway") as any;
  const begun = once(app.server, "request") as Promise<[unknown, ServerResponse]>;
  const heard = await follow("/api/organisations", { cookie: (await signIn(product, "leen")).cookie! });
  const [, response] = await begun;
  expect(heard.status).toBe(200);
  // As of a connection through which nothing goes any more.
  response.cork();
  unread.most = 40;
  const data = { kind: "company", country: "BE", size: "sme" } as const;
  await product.as(admin, identity.actions.admitOrganisation, {
    ...{ id: "zandbank", name: "Zandbank" },
    ...data,
  });
  expect(await within(2_000, heard.ended)).toBe("ended");
});
