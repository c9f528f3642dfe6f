import identityService from "#services/identity/identity.service.ts";
import logService from "#services/log/log.service.ts";
import mailService from "#services/mail/mail.service.ts";
import settingsService from "#services/settings/settings.service.ts";
import type { Principal } from "#shared/access/principal.ts";
import { hashOf } from "#shared/access/secrets.ts";
import { manualClock } from "#shared/clock/clock.ts";
import { partsOf } from "#shared/contract/serve.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import { partnerships } from "../partnerships.contract.ts";
import partnershipsService from "../partnerships.service.ts";
import { confirmAddress, kitakyushu } from "../partnerships.testing.ts";

const { actions } = partnerships;
const dayMs = 24 * 60 * 60_000;
const clock = manualClock(new Date("2026-11-23T09:00:00Z"));
const gateway: Principal = { kind: "system", system: "gateway" };
const anyone: Principal = { kind: "nobody" };
let node: TestNode;

beforeAll(async () => {
  node = await startNode({
    services: [logService, identityService, partnershipsService, mailService, settingsService],
    clock,
  });
});
afterAll(() => node.stop());

async function start(country = "JP") {
  const started = await node.as(anyone, actions.startDraft, { country, language: "en" });
  if ("refused" in started) throw new Error(started.refused);
  const owner: Principal = { kind: "link", registration: started.id };
  return { ...started, owner };
}

type Started = Awaited<ReturnType<typeof start>>;

const opens = (link: string) => node.as(gateway, actions.registrationOfLink, { linkHash: hashOf(link) });

describe("A1: keeps a draft by a link alone", () => {
  const renew = async ({ id, owner }: { id: string; owner: Principal }) =>
    ((await node.as(owner, actions.renewLink, { id })) as { link: string }).link;
  const theyOpen = async (...links: string[]) =>
    (await Promise.all(links.map(opens))).map(({ id }: any) => id);

  it("A1: another takes its place with its first use, again and again", async () => {
    const own = await start();
    let link = own.link;
    for (let time = 0; time < 3; time++) {
      const renewed = await renew(own);
      expect(await theyOpen(link)).toEqual([own.id]);
      expect(await theyOpen(renewed)).toEqual([own.id]);
      expect(await theyOpen(link, renewed, renewed)).toEqual([undefined, own.id, own.id]);
      link = renewed;
    }
    expect(await theyOpen(own.link)).toEqual([undefined]);
  });

  it("A1: whose new one never arrived opens it with the old one, and only the newest takes its place", async () => {
    const own = await start();
    const lost = await renew(own);
    const found = await renew(own);
    expect(await theyOpen(own.link, lost)).toEqual([own.id, undefined]);
    expect(await theyOpen(found)).toEqual([own.id]);
    expect(await theyOpen(own.link, lost, found)).toEqual([undefined, undefined, own.id]);
  });

  it("A1: renewed by several at once has one new link", async () => {
    for (let round = 0; round < 5; round++) {
      const own = await start();
      const renewed = await Promise.all([renew(own), renew(own), renew(own)]);
      expect(await theyOpen(own.link)).toEqual([own.id]);
      expect((await theyOpen(...renewed)).filter((id) => id !== undefined)).toEqual([own.id]);
      expect((await theyOpen(own.link, ...renewed)).filter((id) => id !== undefined)).toEqual([own.id]);
      expect(await theyOpen(own.link)).toEqual([undefined]);
    }
  });
});

it("A1: hides a draft from whoever does not hold its link, as if it were not there", async () => {
  const { id } = await start();
  const other: Principal = { kind: "link", registration: "another-draft" };
  const missing = await node.as(other, actions.ownRegistration, { id: "no-such-draft" });
  expect(await node.as(other, actions.ownRegistration, { id })).toEqual(missing);
  expect(missing).toEqual({ refused: "not-found", params: {} });
});

it("A1: refuses a field that the country does not ask, and names it", async () => {
  const { id, owner } = await start("JP");
  const saved = await node.as(owner, actions.saveDraft, {
    id,
    version: 1,
    changes: { vatNumber: "JP1234567" },
  });
  expect(saved).toEqual({ refused: "partnerships.field-not-asked", params: { field: "vatNumber" } });
});

it("A1: refuses a VAT number of another country, and nothing of that save is kept", async () => {
  const { id, owner } = await start("FR");
  const saved = await node.as(owner, actions.saveDraft, {
    id,
    version: 1,
    changes: { vatNumber: "DE999", name: "Port de l’Ouest" },
  });
  expect(saved).toEqual({
    refused: "partnerships.vat-number-wrong",
    params: { field: "vatNumber", letters: "FR", length: "11" },
  });
  const own = await node.as(owner, actions.ownRegistration, { id });
  expect(own).toMatchObject({ version: 1, answers: { country: "FR" } });
  expect(own).not.toHaveProperty("answers.name");
});

it("A1: puts answers aside when the country changes, and finds them again when it changes back", async () => {
  const { id, owner } = await start("JP");
  await node.as(owner, actions.saveDraft, {
    id,
    version: 1,
    changes: { registerNumber: "77", name: "Osaka Bay Storage" },
  });
  await node.as(owner, actions.saveDraft, { id, version: 2, changes: { country: "FR" } });
  await node.as(owner, actions.saveDraft, { id, version: 3, changes: { country: "JP" } });
  expect(await node.as(owner, actions.ownRegistration, { id })).toMatchObject({
    answers: { registerNumber: "77", name: "Osaka Bay Storage", country: "JP" },
  });
});

it("I7: merges edits to different fields, and shows a clash on the same one", async () => {
  const { id, owner } = await start();
  await node.as(owner, actions.saveDraft, { id, version: 1, changes: { name: "Ulsan" } });
  const other = await node.as(owner, actions.saveDraft, {
    id,
    version: 1,
    changes: { legalForm: "Association" },
  });
  expect(other).toEqual({ version: 3, others: ["name"] });
  const clash = await node.as(owner, actions.saveDraft, {
    id,
    version: 1,
    changes: { name: "Ulsan Hydrogen Circle" },
  });
  expect(clash).toEqual({ refused: "partnerships.draft-clash", params: { version: 3, fields: ["name"] } });
  const repeated = await node.as(owner, actions.saveDraft, { id, version: 1, changes: { name: "Ulsan" } });
  expect(repeated).toEqual({ version: 3, others: ["legalForm"] });
});

describe("A1: a draft ends 30 days after it was last saved", () => {
  const own = ({ id, owner }: Started) => node.as(owner, actions.ownRegistration, { id });
  const save = ({ id, owner }: Started, version: number, name: string) =>
    node.as(owner, actions.saveDraft, { id, version, changes: { name } });
  const daysFromNow = (days: number) => new Date(clock.now().getTime() + days * dayMs).toISOString();

  it("A1: says its end, which each save moves on", async () => {
    const started = await start();
    expect(started.endsAt).toBe(daysFromNow(30));
    clock.advance(29 * dayMs);
    await save(started, 1, "Ulsan");
    expect(await own(started)).toMatchObject({ endsAt: daysFromNow(30) });
    clock.advance(29 * dayMs);
    await partsOf(node.broker, "partnerships")!.keeper.sweep();
    expect(await own(started)).toMatchObject({ state: "draft", answers: { name: "Ulsan" } });
    expect(await opens(started.link)).toEqual({ id: started.id });
  });

  it("A1: is over at its end and not at the next sweep: no link opens it, and nothing is read or written", async () => {
    const started = await start();
    const { id, owner, link } = started;
    const renewed = ((await node.as(owner, actions.renewLink, { id })) as { link: string }).link;
    await node.as(owner, actions.saveDraft, { id, version: 1, changes: kitakyushu });
    await confirmAddress(node, id);
    clock.advance(30 * dayMs);
    expect(await opens(link)).toEqual({ id });
    clock.advance(1);
    const gone = { refused: "not-found", params: {} };
    expect([await opens(link), await opens(renewed)]).toEqual([{}, {}]);
    expect(await own(started)).toEqual(gone);
    expect(await save(started, 2, "Ulsan")).toEqual(gone);
    for (const action of [actions.renewLink, actions.sendAddressCode, actions.eraseRegistration])
      expect(await node.as(owner, action as any, { id })).toEqual(gone);
    expect(await node.as(owner, actions.submit, { id, version: 2 })).toEqual(gone);
    await partsOf(node.broker, "partnerships")!.keeper.sweep();
    expect(await opens(link)).toEqual({});
  });

  it("A1: one that was taken back lasts on with its link when it is written in at the last moment", async () => {
    const started = await start();
    const { id, owner, link } = started;
    await node.as(owner, actions.saveDraft, { id, version: 1, changes: kitakyushu });
    await confirmAddress(node, id);
    await node.as(owner, actions.submit, { id, version: 2 });
    await node.as(owner, actions.withdraw, { id });
    await node.settled();
    const until = daysFromNow(90);
    expect(await own(started)).toMatchObject({ state: "draft", endsAt: until });
    clock.advance(89 * dayMs);
    expect(await save(started, 2, "Ulsan")).toMatchObject({ version: 3 });
    clock.advance(29 * dayMs);
    await partsOf(node.broker, "partnerships")!.keeper.sweep();
    expect(await opens(link)).toEqual({ id });
    expect(await own(started)).toMatchObject({ answers: { name: "Ulsan" }, addressConfirmed: true });
    clock.advance(dayMs + 1);
    expect(await opens(link)).toEqual({});
  });
});
