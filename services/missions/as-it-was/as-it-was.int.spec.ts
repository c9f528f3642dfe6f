import identityService from "#services/identity/identity.service.ts";
import logService from "#services/log/log.service.ts";
import mailService from "#services/mail/mail.service.ts";
import partnershipsService from "#services/partnerships/partnerships.service.ts";
import settingsService from "#services/settings/settings.service.ts";
import { manualClock } from "#shared/clock/clock.ts";
import type { Output } from "#shared/contract/contract.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import { missions } from "../missions.contract.ts";
import missionsService from "../missions.service.ts";
import { member, officer, planOf } from "../missions.testing.ts";

const { actions } = missions;
const clock = manualClock(new Date("2026-11-23T09:00:00Z"));
let node: TestNode;

beforeAll(async () => {
  const services = [logService, identityService, mailService, partnershipsService, settingsService];
  node = await startNode({ services: [...services, missionsService], clock });
});
afterAll(() => node.stop());

const id = "ceara";
const asItWas = (at: string) =>
  node.as(officer, actions.missionAsItWas, { id, at }) as Promise<Output<typeof actions.missionAsItWas>>;

it("I5: a mission is shown as it was, and what made each part of it so", async () => {
  const plan = planOf({ capacity: 10 });
  await node.as(officer, actions.planMission, { id, ...plan });
  await node.settled();
  clock.set(new Date("2026-11-23T10:00:00Z"));
  await node.as(member("zandbank"), actions.claim, { mission: id, company: "zandbank", seats: 2 });
  await node.settled();
  clock.set(new Date("2026-11-23T11:00:00Z"));
  const { version } = (await node.as(officer, actions.mission, { id })) as { version: number };
  await node.as(officer, actions.cancelMission, { id, version });
  await node.settled();

  expect(await asItWas("2026-11-23T08:59:59.999Z")).toEqual({ setBy: [] });
  const planned = await asItWas("2026-11-23T09:59:00.000Z");
  expect(planned.mission).toEqual({ ...plan, taken: 0, waiting: 0, cancelled: false });
  const taken = await asItWas("2026-11-23T10:30:00.000Z");
  expect(taken.mission).toMatchObject({ taken: 2, cancelled: false });
  const over = await asItWas("2026-11-23T11:00:00.000Z");
  expect(over.mission).toMatchObject({ taken: 0, cancelled: true, title: plan.title });
  const of = ({ setBy }: typeof over, fact: string) => setBy.find((one) => one.fact === fact);
  expect(of(taken, "taken")).toMatchObject({
    event: "SeatsConfirmed",
    at: "2026-11-23T10:00:00.000Z",
    seats: 2,
  });
  expect(of(over, "cancelled")).toMatchObject({ event: "MissionCancelled", at: "2026-11-23T11:00:00.000Z" });
  expect(of(over, "title")).toMatchObject({ event: "MissionPlanned", at: "2026-11-23T09:00:00.000Z" });
});

it("I5: there is nothing to show of what never was", async () => {
  const asked = { id: "no-such-mission", at: "2026-11-23T10:00:00.000Z" };
  expect(await node.as(officer, actions.missionAsItWas, asked)).toEqual({ refused: "not-found", params: {} });
});
