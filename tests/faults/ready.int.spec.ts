import { jest } from "@jest/globals";
import type { FastifyInstance } from "fastify";
import { services } from "#services/all.ts";
import gateway from "#services/gateway/gateway.service.ts";
import { testServers } from "#shared/config/test-servers.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import { until } from "./portal.ts";
import { type OwnServer, startNats } from "./server.ts";

jest.setTimeout(60_000);

const describeIf = testServers().natsUrl ? describe : describe.skip;

describeIf("a gateway over NATS", () => {
  let nats: OwnServer;
  let node: TestNode;

  beforeAll(async () => {
    nats = await startNats();
    node = await startNode({ services: [...services, gateway], config: { natsUrl: nats.url } });
  });
  afterAll(async () => {
    await node?.stop();
    await nats?.stop();
  });

  async function answers(status: number, missing: string[]): Promise<boolean> {
    const { app } = node.broker.getLocalService("gateway") as unknown as { app: FastifyInstance };
    const reply = await app.inject({ url: "/readyz" });
    return reply.statusCode === status && `${reply.json().missing}` === `${missing}`;
  }

  it("J2: is not ready as soon as NATS is away, and ready again by itself", async () => {
    await until("ready", () => answers(200, []));
    nats.signal("SIGKILL");
    await until("known to be away", () => answers(503, ["nats"]), 3_000);
    await nats.start();
    await until("ready again", () => answers(200, []));
  });
});
