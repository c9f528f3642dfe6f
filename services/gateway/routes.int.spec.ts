import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { ServiceSchema } from "moleculer";
import logService from "#services/log/log.service.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import gateway from "./gateway.service.ts";

let asked = 0;
const answer = Promise.withResolvers<void>();

/** In place of the real one: refuses when it is told to. */
const slowMissions = {
  name: "missions",
  actions: {
    async mission() {
      asked += 1;
      await answer.promise;
      return { reply: refuse("busy") };
    },
  },
} as unknown as ServiceSchema;

let node: TestNode;
let server: Server;

beforeAll(async () => {
  node = await startNode({ services: [logService, slowMissions, gateway] });
  server = (node.broker.getLocalService("gateway") as any).app.server;
});
afterAll(() => node.stop());

it("gives all who wanted the same at the same moment the same refusal", async () => {
  const { port } = server.address() as AddressInfo;
  const ask = async (): Promise<[number, unknown]> => {
    const response = await fetch(`http://127.0.0.1:${port}/api/missions/kitakyushu`);
    return [response.status, await response.json()];
  };
  const all = [ask(), ask(), ask()];
  for (const _ of all) await once(server, "request");
  // Now all have come as far as the question.
  await new Promise(setImmediate);
  answer.resolve();
  const [first, ...others] = await Promise.all(all);
  expect(asked).toBe(1);
  expect(first).toMatchObject([503, { code: "busy" }]);
  expect(others).toEqual([first, first]);
});
