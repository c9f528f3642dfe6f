import { missions } from "#services/missions/missions.contract.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import logService from "../../services/log/log.service.ts";
import missionsService from "../../services/missions/missions.service.ts";

let node: TestNode;
beforeAll(async () => {
  node = await startNode({ services: [logService, missionsService] });
});
afterAll(() => node.stop());

it("lists what an action takes, as the REPL shows it", () => {
  const listed = node.broker.registry.getActionList({}) as any[];
  const { params } = listed.find(({ name }) => name === missions.actions.claim.name).action;
  expect(Object.keys(params)).toEqual(["mission", "company", "seats", "least", "held"]);
});

it("tells a call that does not say who is calling how to say it, without a stack", async () => {
  const error: any = await node.broker.call("missions.missions", {}).catch((thrown) => thrown);
  expect(error.message).toContain("--#who.kind nobody");
  expect(error.stack).toBe(error.message);
  const asked = { meta: { who: { kind: "nobody" } } };
  expect(await node.broker.call("missions.missions", {}, asked)).toMatchObject({ reply: { rows: [] } });
});
