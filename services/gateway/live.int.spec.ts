import { once } from "node:events";
import { get, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { jest } from "@jest/globals";
import type { ServiceSchema } from "moleculer";
import logService from "#services/log/log.service.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import gateway from "./gateway.service.ts";

let asked = Promise.withResolvers<void>();
let may = Promise.withResolvers<void>();

/** In place of the real one: says who is calling when it is told to. */
const slowIdentity = {
  name: "identity",
  actions: {
    async me() {
      asked.resolve();
      await may.promise;
      return { reply: { signedIn: false, demo: true } };
    },
  },
} as unknown as ServiceSchema;

let node: TestNode;
let server: Server;

beforeAll(async () => {
  node = await startNode({ services: [logService, slowIdentity, gateway] });
  server = (node.broker.getLocalService("gateway") as any).app.server;
});
beforeEach(() => {
  asked = Promise.withResolvers();
  may = Promise.withResolvers();
});

/** A page that begins to follow who is signed in; and the gateway's own end of it. */
async function follow() {
  const begun = once(server, "request") as Promise<[unknown, ServerResponse]>;
  const { port } = server.address() as AddressInfo;
  const page = get({ port, path: "/api/live?resources=/api/session", agent: false });
  page.on("error", () => {});
  await asked.promise;
  const [, response] = await begun;
  return { page, response };
}

/** Someone is admitted: what the page follows has changed. */
async function happens(): Promise<void> {
  const { log, tail } = node.kernel;
  const _id = tail.head() + 1;
  const events = [{ type: "PersonAdmitted", version: 1, data: {} }];
  const outcome = { key: `k${_id}`, hash: "h", command: "c", by: {}, reply: {}, events };
  const entry = { stream: "person/leen", after: 0, outcomes: [outcome] };
  await log.insertOne({ _id, at: new Date(), keys: [outcome.key], entries: [entry], hash: "" });
  await tail.catchUp();
}

it("tells a page of a change", async () => {
  const { page } = await follow();
  may.resolve();
  const [heard] = await once(page, "response");
  const told = once(heard, "data");
  await told;
  const change = once(heard, "data");
  await happens();
  expect(String((await change)[0])).toContain('"resource":"/api/session"');
  page.destroy();
});

it("does not go on telling a page that left before it was known whether it may follow", async () => {
  const { page, response } = await follow();
  const written = jest.spyOn(response, "write");
  page.destroy();
  await once(response, "close");
  may.resolve();
  await sleep(100);
  await happens();
  await sleep(400);
  expect(written).not.toHaveBeenCalled();
});

it("ends what it tells when it stops, and is not kept from that by a page that comes in last", async () => {
  const { page: told } = await follow();
  may.resolve();
  const [heard] = await once(told, "response");
  heard.resume();
  asked = Promise.withResolvers();
  may = Promise.withResolvers();
  const { page } = await follow();
  await happens();
  const stopped = node.stop();
  may.resolve();
  const [{ statusCode }] = await once(page, "response");
  expect(statusCode).toBe(503);
  page.destroy();
  if (!heard.readableEnded) await once(heard, "end");
  await stopped;
});
