import identityService from "#services/identity/identity.service.ts";
import logService from "#services/log/log.service.ts";
import mailService from "#services/mail/mail.service.ts";
import settingsService from "#services/settings/settings.service.ts";
import type { Principal } from "#shared/access/principal.ts";
import { manualClock } from "#shared/clock/clock.ts";
import { newId } from "#shared/ids.ts";
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
let address: string;

beforeAll(async () => {
  const services = [logService, identityService, mailService, partnershipsService, settingsService];
  node = await startNode({ services, clock });
});
beforeEach(async () => {
  clock.set(start);
  address = `${newId()}@kitakyushu.example`;
  id = await draftTo(address);
  link = { kind: "link", registration: id };
});
afterAll(() => node.stop());

async function draftTo(contactEmail: string): Promise<string> {
  const begun = { country: "JP", language: "en" };
  const started: any = await node.as({ kind: "nobody" }, actions.startDraft, begun);
  const changes = { ...kitakyushu, contactEmail };
  await node.as({ kind: "link", registration: started.id }, actions.saveDraft, {
    ...{ id: started.id, version: 1, changes },
  });
  return started.id;
}

const sendFor = (one: string) =>
  node.as({ kind: "link", registration: one }, actions.sendAddressCode, { id: one }) as Promise<any>;
const send = () => sendFor(id);
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

const enough = (from: Date, ms: number) => ({
  refused: "partnerships.codes-enough",
  params: { until: new Date(from.getTime() + ms).toISOString() },
});
const lettersIn = async (replies: Promise<any>[]) =>
  (await Promise.all(replies)).filter((reply) => "code" in reply).length;

it("A1: fills nobody's letterbox: five codes an hour, also when many are asked for at once", async () => {
  expect(await lettersIn(Array.from({ length: 12 }, send))).toBe(5);
  expect(await send()).toEqual(enough(start, 60 * minuteMs));
  clock.advance(60 * minuteMs);
  expect(await send()).toHaveProperty("code");
});

it("A1: sends one address twenty codes a day, in however many drafts it stands and however it is written", async () => {
  const ways = ["filled@x.example", "Filled@x.example", "filled+fairs@x.example"];
  const ids = await Promise.all(Array.from({ length: 6 }, (_, n) => draftTo(ways[n % ways.length]!)));
  const replies = ids.flatMap((one) => Array.from({ length: 5 }, () => sendFor(one)));
  expect(await lettersIn(replies)).toBe(20);
  clock.advance(60 * minuteMs);
  const midnight = new Date("2026-11-23T00:00:00Z");
  expect(await sendFor(ids[0]!)).toEqual(enough(midnight, 24 * 60 * minuteMs));
  clock.advance(14 * 60 * minuteMs);
  expect(await sendFor(ids[0]!)).toHaveProperty("code");
});

it("A1: gives all codes together ten tries an hour, so that a new one brings no new tries", async () => {
  for (let n = 0; n < 2; n++) {
    const { code } = await send();
    for (let m = 0; m < 5; m++)
      expect(await confirm(other(code))).toMatchObject({ refused: "partnerships.code-wrong" });
  }
  const { code } = await send();
  expect(await confirm(code)).toEqual(enough(start, 60 * minuteMs));
  clock.advance(60 * minuteMs);
  expect(await confirm((await send()).code)).toEqual({});
});

it("A1: says until when a code is good, as long as it is and for that address alone", async () => {
  expect(await own()).not.toHaveProperty("codeUntil");
  const { code, endsAt } = await send();
  expect(await own()).toMatchObject({ codeUntil: endsAt });
  const write = (version: number, contactEmail: string) =>
    node.as(link, actions.saveDraft, { id, version, changes: { contactEmail } });
  await write(2, "other@kitakyushu.example");
  expect(await own()).not.toHaveProperty("codeUntil");
  await write(3, address);
  for (let n = 0; n < 5; n++) await confirm(other(code));
  expect(await own()).not.toHaveProperty("codeUntil");
  const second = await send();
  expect(await own()).toMatchObject({ codeUntil: second.endsAt });
  await confirm(second.code);
  expect(await own()).not.toHaveProperty("codeUntil");
  clock.advance(60 * minuteMs);
  await write(4, "third@kitakyushu.example");
  await send();
  clock.advance(30 * minuteMs);
  expect(await own()).not.toHaveProperty("codeUntil");
});

it("A1: writes to nobody while no address is filled in", async () => {
  await node.as(link, actions.saveDraft, { id, version: 2, changes: {}, cleared: ["contactEmail"] });
  expect(await send()).toEqual({ refused: "partnerships.no-address", params: {} });
});
