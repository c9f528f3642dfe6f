import { once } from "node:events";
import { get, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { jest } from "@jest/globals";
import { limits, times } from "#services/gateway/live.ts";
import { identity } from "#services/identity/identity.contract.ts";
import { missions } from "#services/missions/missions.contract.ts";
import missionsService from "#services/missions/missions.service.ts";
import { officer, planOf } from "#services/missions/missions.testing.ts";
import { inRole } from "#shared/access/principal.ts";
import { openClient } from "../kit/client.ts";
import { admit, signIn } from "../kit/people.ts";
import { type Product, startProduct } from "../kit/product.ts";

jest.setTimeout(60_000);

const admin = inRole("admin", "admin-1", "office");
let product: Product;
const usual = { ...limits, ...times };

beforeAll(async () => {
  product = await startProduct();
  await admit(product, "getijkracht", "office", ["officer"], "leen");
  await product.as(officer, missions.actions.planMission, { id: "ceara", ...planOf() });
  await product.settled();
});
afterEach(() => {
  const { beat, gather, streams, unread } = usual;
  Object.assign(times, { beat, gather });
  Object.assign(limits, { streams, unread });
});
afterAll(() => product.stop());

type Heard = { status: number; response: IncomingMessage; ended: Promise<unknown>; leave(): void };

async function follow(resources: string, headers: Record<string, string> = {}): Promise<Heard> {
  const path = `/api/live?resources=${encodeURIComponent(resources)}`;
  const call = get(`${product.url}${path}`, { headers, agent: false });
  const [response] = (await once(call, "response")) as [IncomingMessage];
  response.resume();
  response.on("error", () => {});
  const ended = new Promise((resolve) => response.on("close", resolve));
  return { status: response.statusCode!, response, ended, leave: () => call.destroy() };
}

const within = (ms: number, ended: Promise<unknown>) =>
  Promise.race([ended.then(() => "ended"), sleep(ms, "open")]);

it("ends what is followed by whoever signs out, at once; what all may see goes on", async () => {
  const leen = await signIn(product, "leen");
  const cookie = leen.cookie!;
  const own = await follow("/api/missions/ceara/entries", { cookie });
  const open = await follow("/api/missions", { cookie });
  await leen.send("DELETE", "/api/session");
  expect(await within(1_000, own.ended)).toBe("ended");
  expect(await within(100, open.ended)).toBe("open");
  open.leave();
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
  const [first] = [await follow("/api/missions"), await follow("/api/missions")];
  const third = await follow("/api/missions");
  expect([third.status, third.response.headers["retry-after"]]).toEqual([503, "1"]);
  first.leave();
  await sleep(200);
  expect((await follow("/api/missions")).status).toBe(200);
});

it("cuts off whoever leaves unread what they asked to hear", async () => {
  const { app } = product.broker.getLocalService("gateway") as any;
  const begun = once(app.server, "request") as Promise<[unknown, ServerResponse]>;
  const heard = await follow("/api/organisations", { cookie: (await signIn(product, "leen")).cookie! });
  const [, response] = await begun;
  expect(heard.status).toBe(200);
  // As of a connection through which nothing goes any more.
  response.cork();
  limits.unread = 40;
  const data = { kind: "company", country: "BE", size: "sme" } as const;
  await product.as(admin, identity.actions.admitOrganisation, {
    ...{ id: "zandbank", name: "Zandbank" },
    ...data,
  });
  expect(await within(2_000, heard.ended)).toBe("ended");
});
