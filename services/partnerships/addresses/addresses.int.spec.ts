import identityService from "#services/identity/identity.service.ts";
import logService from "#services/log/log.service.ts";
import mailService from "#services/mail/mail.service.ts";
import settingsService from "#services/settings/settings.service.ts";
import type { Principal } from "#shared/access/principal.ts";
import { manualClock } from "#shared/clock/clock.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import { partnerships } from "../partnerships.contract.ts";
import partnershipsService from "../partnerships.service.ts";
import { kitakyushu } from "../partnerships.testing.ts";

const { actions } = partnerships;
const start = new Date("2026-11-23T09:00:00Z");
const clock = manualClock(start);
const minuteMs = 60_000;
let node: TestNode;
let id: string;
let link: Principal;

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
  link = { kind: "link", registration: id };
  await node.as(link, actions.saveDraft, { id, version: 1, changes: kitakyushu });
});
afterAll(() => node.stop());

const send = () => node.as(link, actions.sendAddressCode, { id }) as Promise<any>;
const confirm = (code: string) => node.as(link, actions.confirmAddress, { id, code }) as Promise<any>;
const submit = (version = 2) => node.as(link, actions.submit, { id, version }) as Promise<any>;
const own = () => node.as(link, actions.ownRegistration, { id }) as Promise<any>;
const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");
const unconfirmed = { refused: "partnerships.address-unconfirmed", params: {} };

it("A1: takes no registration before its address is confirmed, and does once it is, however often that is said", async () => {
  expect(await submit()).toEqual(unconfirmed);
  expect((await own()).addressConfirmed).toBe(false);
  const { code } = await send();
  expect(await confirm(code)).toEqual({});
  expect(await confirm(code)).toEqual({});
  expect((await own()).addressConfirmed).toBe(true);
  expect(await submit()).toMatchObject({ state: "submitted" });
});

it("A1: confirms that address and no other: whoever changes it confirms again", async () => {
  await confirm((await send()).code);
  await node.as(link, actions.saveDraft, {
    id,
    version: 2,
    changes: { contactEmail: "other@kitakyushu.example" },
  });
  expect(await submit(3)).toEqual(unconfirmed);
  const { code } = await send();
  await node.as(link, actions.saveDraft, {
    id,
    version: 3,
    changes: { contactEmail: "third@kitakyushu.example" },
  });
  expect(await confirm(code)).toMatchObject({ refused: "partnerships.code-wrong" });
  await node.as(link, actions.saveDraft, {
    id,
    version: 4,
    changes: { contactEmail: "OTHER@kitakyushu.example" },
  });
  expect(await confirm(code)).toEqual({});
  expect(await submit(5)).toMatchObject({ state: "submitted" });
});

it("A1: gives a code five tries and half an hour, also when many are made at once", async () => {
  const { code } = await send();
  const wrong = await Promise.all(Array.from({ length: 12 }, () => confirm(other(code))));
  const words = wrong.map(({ refused }) => refused).toSorted();
  expect(words).toEqual([
    ...Array(7).fill("partnerships.code-over"),
    ...Array(5).fill("partnerships.code-wrong"),
  ]);
  expect(await confirm(code)).toMatchObject({ refused: "partnerships.code-over" });
  const { code: second } = await send();
  clock.advance(30 * minuteMs);
  expect(await confirm(second)).toMatchObject({ refused: "partnerships.code-over" });
});

it("A1: fills nobody's letterbox: five codes an hour", async () => {
  for (let n = 0; n < 5; n++) expect(await send()).toHaveProperty("code");
  expect(await send()).toEqual({
    refused: "partnerships.codes-enough",
    params: { until: new Date(start.getTime() + 60 * minuteMs).toISOString() },
  });
  clock.advance(60 * minuteMs);
  expect(await send()).toHaveProperty("code");
});

it("A1: writes to nobody while no address is filled in", async () => {
  await node.as(link, actions.saveDraft, { id, version: 2, changes: {}, cleared: ["contactEmail"] });
  expect(await send()).toEqual({ refused: "partnerships.no-address", params: {} });
});
