import { setTimeout as sleep } from "node:timers/promises";
import identityService from "#services/identity/identity.service.ts";
import logService from "#services/log/log.service.ts";
import { mail } from "#services/mail/mail.contract.ts";
import mailService from "#services/mail/mail.service.ts";
import settingsService from "#services/settings/settings.service.ts";
import { inRole, type Principal } from "#shared/access/principal.ts";
import { manualClock } from "#shared/clock/clock.ts";
import type { Output } from "#shared/contract/contract.ts";
import { partsOf } from "#shared/contract/serve.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import { partnerships } from "../partnerships.contract.ts";
import partnershipsService from "../partnerships.service.ts";
import { confirmAddress, kitakyushu } from "../partnerships.testing.ts";

const { actions } = partnerships;
const officer = inRole("officer", "leen", "office");
const start = new Date("2026-11-23T09:00:00Z");
const clock = manualClock(start);
const dayMs = 24 * 60 * 60_000;
let node: TestNode;
let id: string;
let owner: Principal;

beforeAll(async () => {
  const services = [logService, identityService, mailService, partnershipsService, settingsService];
  node = await startNode({ services, clock });
});
beforeEach(async () => {
  clock.set(start);
  const started: any = await node.as({ kind: "nobody" }, actions.startDraft, {
    country: "JP",
    language: "en",
  });
  id = started.id;
  owner = { kind: "link", registration: id };
  await node.as(owner, actions.saveDraft, { id, version: 1, changes: kitakyushu });
  await confirmAddress(node, id);
  await node.as(owner, actions.submit, { id, version: 2 });
  await decide(actions.askChanges, { note: "Which harbours?" });
});
afterAll(() => node.stop());

async function decide(action: any, own: object = {}): Promise<void> {
  await node.settled();
  const { version } = (await node.as(officer, actions.registration, { id })) as { version: number };
  expect(await node.as(officer, action, { id, version, ...own })).not.toHaveProperty("refused");
  await node.settled();
}

async function daysLater(days: number): Promise<void> {
  clock.set(new Date(start.getTime() + days * dayMs));
  await sleep(1_200);
  await node.settled();
}

const own = async () =>
  (await node.as(owner, actions.ownRegistration, { id })) as Output<typeof actions.ownRegistration>;

async function written(): Promise<string[]> {
  const { rows } = (await node.as(officer, mail.actions.letters, { limit: 100 })) as Output<
    typeof mail.actions.letters
  >;
  return rows.filter((row) => row.id.includes(id)).map(({ template }) => template);
}

it("K6: ends a registration with which its cluster does not go on, after a reminder, and erases it after its term", async () => {
  expect((await own()).waitsUntil).toBe(new Date(start.getTime() + 180 * dayMs).toISOString());
  await daysLater(149);
  expect(await written()).not.toContain("registration-reminded");
  await daysLater(151);
  expect((await written()).filter((template) => template === "registration-reminded")).toHaveLength(1);
  expect((await own()).state).toBe("changes-asked");
  await daysLater(181);
  expect(await own()).toMatchObject({ state: "expired", abilities: ["submit"] });
  expect(await written()).toContain("registration-lapsed");
  const { keeper } = partsOf(node.broker, "partnerships")!;
  await daysLater(181 + 89);
  await keeper.sweep();
  expect(await own()).toMatchObject({ state: "expired" });
  // What was handed in has a day more.
  await daysLater(181 + 92);
  await keeper.sweep();
  expect(await own()).toMatchObject({ refused: "not-found" });
});

it("K6: goes on counting from the last turn of its cluster alone", async () => {
  await daysLater(100);
  const { version } = await own();
  expect(await node.as(owner, actions.submit, { id, version })).toMatchObject({ state: "submitted" });
  await node.settled();
  expect(await own()).not.toHaveProperty("waitsUntil");
  await daysLater(120);
  await decide(actions.accept);
  await daysLater(200);
  expect(await own()).toMatchObject({ state: "accepted" });
  expect(await written()).not.toContain("registration-reminded");
  await daysLater(299);
  expect(await own()).toMatchObject({ state: "accepted" });
  expect(await written()).toContain("registration-reminded");
  await daysLater(301);
  expect(await own()).toMatchObject({ state: "expired" });
});
