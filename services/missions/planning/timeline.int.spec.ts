import { jest } from "@jest/globals";
import type { ServiceSchema } from "moleculer";
import gateway from "#services/gateway/gateway.service.ts";
import logService from "#services/log/log.service.ts";
import { manualClock } from "#shared/clock/clock.ts";
import { asSystem, callAs } from "#shared/contract/call.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import { identity } from "../../identity/identity.contract.ts";
import identityService from "../../identity/identity.service.ts";
import partnershipsService from "../../partnerships/partnerships.service.ts";
import { missions } from "../missions.contract.ts";
import missionsService from "../missions.service.ts";
import { officer, planOf } from "../missions.testing.ts";
import { seats } from "../seats/seats.ts";

jest.setTimeout(60_000);

const { actions } = missions;
const clock = manualClock(new Date("2026-11-23T09:00:00Z"));
let node: TestNode;

beforeAll(async () => {
  const services = [logService, identityService, partnershipsService, missionsService];
  node = await startNode({ services, clock });
});
afterAll(() => node.stop());

it("shows a commit that moved more companies up than can be asked for at once", async () => {
  await node.as(officer, actions.planMission, { id: "ceara", ...planOf() });
  const companies = Array.from({ length: 1_001 }, (_, n) => `company-${n}`);
  // The commit alone: as of many that withdrew at the same moment.
  await node.kernel.executor.execute({
    feature: seats,
    stream: "seats/ceara",
    decide: () =>
      companies.map((company) => ({ type: "SeatsConfirmed", data: { company, seats: 1, fromList: true } })),
    command: {},
    facts: {},
    reply: () => ({}),
    by: officer,
    ...{ name: actions.withdraw.name, key: "k".repeat(32), hash: "h" },
  });
  const { rows } = (await node.as(officer, actions.missionTimeline, { id: "ceara" })) as any;
  expect(rows.map((row: any) => row.company)).toEqual(expect.arrayContaining(companies));
});

it("J7: takes a wrong question of one service to another for a fault of ours, not of the caller's", async () => {
  const careless = {
    name: "missions",
    actions: {
      mission: (ctx: any) =>
        callAs(ctx.broker, identity.actions.namesOf, {} as never, asSystem("missions"), ctx),
    },
  } as unknown as ServiceSchema;
  const other = await startNode({ services: [logService, identityService, careless, gateway] });
  const { port } = (other.broker.getLocalService("gateway") as any).app.server.address();
  const response = await fetch(`http://127.0.0.1:${port}/api/missions/ceara`);
  expect([response.status, await response.json()]).toMatchObject([500, { code: "internal" }]);
  await other.stop();
});
