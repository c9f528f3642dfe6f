import identityService from "#services/identity/identity.service.ts";
import logService from "#services/log/log.service.ts";
import mailService from "#services/mail/mail.service.ts";
import settingsService from "#services/settings/settings.service.ts";
import type { Principal } from "#shared/access/principal.ts";
import { hashOf } from "#shared/access/secrets.ts";
import { manualClock } from "#shared/clock/clock.ts";
import type { Output } from "#shared/contract/contract.ts";
import { newId } from "#shared/ids.ts";
import { database } from "#shared/mongo/connect.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import { partnerships } from "../partnerships.contract.ts";
import partnershipsService from "../partnerships.service.ts";
import { confirmAddress, kitakyushu } from "../partnerships.testing.ts";
import { sectionLinksOf } from "./links.ts";

const { actions } = partnerships;
const gateway: Principal = { kind: "system", system: "gateway" };
const dayMs = 24 * 60 * 60_000;
const clock = manualClock(new Date("2026-11-23T09:00:00Z"));
const colleague = "kenji@kitakyushu.example";
let node: TestNode;
let id: string;
let owner: Principal;

beforeAll(async () => {
  const services = [logService, identityService, mailService, partnershipsService, settingsService];
  node = await startNode({ services, clock });
});
afterAll(() => node.stop());

/** A form whose sectors are open, by somebody who reads the letters to their address. */
beforeEach(async () => {
  const nobody = { kind: "nobody" } as const;
  const started: any = await node.as(nobody, actions.startDraft, { country: "JP", language: "en" });
  id = started.id;
  owner = { kind: "link", registration: id };
  const { subdivision: _region, ecosystems: _sectors, ...others } = kitakyushu;
  const changes = { ...others, contactEmail: `${id}@kitakyushu.example` };
  await node.as(owner, actions.saveDraft, { id, version: 1, changes });
  await confirmAddress(node, id);
});

const asked = (own: object = {}) => ({
  id,
  section: "sectors" as const,
  email: colleague,
  language: "nl",
  ...own,
});
const send = async (own: object = {}) => {
  const reply = (await node.as(owner, actions.sendSection, asked(own))) as { link: string };
  await node.settled();
  return reply.link;
};
const holder = (link: string): Principal => ({ kind: "section-link", link, registration: id });
const theirs = async (link: string) =>
  (await node.as(holder(link), actions.ownSection, { id })) as Output<typeof actions.ownSection>;
const rows = async () =>
  ((await node.as(owner, actions.sectionLinks, { id })) as Output<typeof actions.sectionLinks>).rows;
const letters = (template: string) =>
  database(node.kernel.mongo)
    .collection("mail.outbox")
    .find({ template, subject: `registration/${id}` })
    .toArray();
const sectors = { subdivision: "JP-40", ecosystems: ["renewable-energy"] };
const fillIn = async (link: string, changes: object = sectors) =>
  node.as(holder(link), actions.saveDraft, { id, version: (await theirs(link)).version, changes });
const finish = (link: string) => node.as(holder(link), actions.finishSection, { id });
const lettersEnough = { refused: "partnerships.letters-enough", params: { until: expect.any(String) } };
const over = (state: string) => ({ refused: "partnerships.section-link-over", params: { state } });

it("A1: writes to a colleague in their language, with a link that opens the one section", async () => {
  const link = await send({ message: "You know our ports best." });
  const [letter] = await letters("section-sent");
  expect(letter).toMatchObject({ to: colleague, language: "nl", state: "waiting" });
  expect(letter!["params"]).toMatchObject({
    name: kitakyushu.name,
    section: "Regio en sectoren",
    message: "You know our ports best.",
    who: `Aiko Tanaka (${id}@kitakyushu.example)`,
  });
  const [, of, secret] = /\/nl\/register\/section#([\w-]+)\.([\w-]{43})$/.exec(letter!["params"].link)!;
  expect(of).toBe(id);
  const opened = await node.as(gateway, actions.registrationOfLink, { linkHash: hashOf(secret!) });
  expect(opened).toEqual({ id, section: link });
  expect(
    JSON.stringify(await sectionLinksOf(node.kernel.mongo).find({ registration: id }).lean()),
  ).not.toContain(secret);
  expect(await theirs(link)).toMatchObject({
    section: "sectors",
    name: kitakyushu.name,
    asker: { name: "Aiko Tanaka", email: `${id}@kitakyushu.example` },
    answers: { country: "JP" },
  });
});

it("A1: lets a colleague fill in that section, read no other, and nothing more", async () => {
  const link = await send();
  expect(Object.keys((await theirs(link)).answers)).toEqual(["country"]);
  expect(await fillIn(link)).toMatchObject({ others: [] });
  expect((await theirs(link)).answers).toEqual({ country: "JP", ...sectors });
  for (const changes of [{ name: "Another" }, { country: "BE" }, { ...sectors, declaration: true }])
    expect(await fillIn(link, changes)).toMatchObject({ refused: "partnerships.not-in-section" });
  const cleared = { id, version: 9, changes: {}, cleared: ["name" as const] };
  expect(await node.as(holder(link), actions.saveDraft, cleared)).toEqual({
    refused: "partnerships.not-in-section",
    params: { field: "name" },
  });
  const own: any = await node.as(owner, actions.ownRegistration, { id });
  expect(own.answers).toMatchObject({ name: kitakyushu.name, country: "JP", ...sectors });
});

it("A1: says nothing of other sections to a colleague whose version is older", async () => {
  const link = await send();
  const { version } = await theirs(link);
  await node.as(owner, actions.saveDraft, { id, version, changes: { legalForm: "Foundation" } });
  const saved = await node.as(holder(link), actions.saveDraft, { id, version, changes: sectors });
  expect(saved).toEqual({ version: version + 2, others: [] });
});

it("A1: saves nothing over what somebody else wrote in the same section", async () => {
  const link = await send();
  const { version } = await theirs(link);
  const mine = { ecosystems: ["digital"] };
  await node.as(owner, actions.saveDraft, { id, version, changes: mine });
  const clash = await node.as(holder(link), actions.saveDraft, { id, version, changes: sectors });
  expect(clash).toMatchObject({ refused: "partnerships.draft-clash", params: { fields: ["ecosystems"] } });
  expect((await theirs(link)).answers).toEqual({ country: "JP", ...mine });
});

it("A1: is done once all that is required is there; then who asked is told, and the link opens nothing", async () => {
  const link = await send();
  expect(await finish(link)).toEqual({
    refused: "partnerships.answers-missing",
    params: { fields: ["subdivision", "ecosystems"] },
  });
  await fillIn(link);
  const key = newId();
  const done = await node.as(holder(link), actions.finishSection, { id }, key);
  expect(done).toEqual({ position: expect.any(Number) });
  // A lost answer: the same again.
  expect(await node.as(holder(link), actions.finishSection, { id }, key)).toEqual(done);
  expect(await theirs(link)).toEqual(over("filled-in"));
  expect(await finish(link)).toEqual(over("filled-in"));
  await node.settled();
  const [letter] = await letters("section-filled-in");
  expect(letter).toMatchObject({ to: `${id}@kitakyushu.example`, params: { email: colleague } });
  const secret = letter!["params"].link.split(".").at(-1);
  expect(await node.as(gateway, actions.registrationOfLink, { linkHash: hashOf(secret) })).toEqual({ id });
  expect(await rows()).toMatchObject([
    {
      link,
      email: colleague,
      state: "filled-in",
      filledInAt: clock.now().toISOString(),
      abilities: ["send-again"],
    },
  ]);
});

it("A1: stops at once when it is withdrawn", async () => {
  const link = await send();
  const version = (await theirs(link)).version;
  expect(await node.as(owner, actions.withdrawSection, { id, link })).toEqual({
    position: expect.any(Number),
  });
  expect(await theirs(link)).toEqual(over("withdrawn"));
  expect(await node.as(holder(link), actions.saveDraft, { id, version, changes: sectors })).toEqual(
    over("withdrawn"),
  );
  expect(await finish(link)).toEqual(over("withdrawn"));
  expect(await node.as(owner, actions.sendSectionAgain, { id, link })).toEqual(over("withdrawn"));
  expect(await rows()).toMatchObject([{ state: "withdrawn", abilities: [] }]);
});

it("A1: ends with its term, and is sent again with a new one and the same link", async () => {
  const link = await send();
  clock.advance(14 * dayMs);
  expect(await theirs(link)).toEqual(over("over"));
  expect(await rows()).toMatchObject([{ state: "over", abilities: ["send-again"] }]);
  await node.as(owner, actions.sendSectionAgain, { id, link });
  await node.settled();
  const [first, second] = await letters("section-sent");
  expect(second!["params"].link).toBe(first!["params"].link);
  expect(await theirs(link)).toMatchObject({ section: "sectors" });
});

it("A1: ends when the registration is sent, and stays so when that is taken back", async () => {
  const link = await send();
  await fillIn(link);
  const { version } = (await node.as(owner, actions.ownRegistration, { id })) as any;
  expect(await node.as(owner, actions.submit, { id, version })).toMatchObject({ state: "submitted" });
  expect(await theirs(link)).toEqual(over("over"));
  expect(await node.as(owner, actions.sendSection, asked())).toMatchObject({
    refused: "partnerships.illegal-step",
  });
  expect(await node.as(owner, actions.sendSectionAgain, { id, link })).toMatchObject({
    refused: "partnerships.illegal-step",
  });
  await node.as(owner, actions.withdraw, { id });
  await node.settled();
  expect(await theirs(link)).toEqual(over("over"));
  await node.as(owner, actions.sendSectionAgain, { id, link });
  expect(await theirs(link)).toMatchObject({ answers: { country: "JP", ...sectors } });
});

it("A1: writes in nobody's name: who asks has a name for the cluster and an address that was confirmed", async () => {
  const { version } = (await node.as(owner, actions.ownRegistration, { id })) as any;
  const changes = { contactEmail: "somebody@elsewhere.example" };
  await node.as(owner, actions.saveDraft, { id, version, changes });
  expect(await node.as(owner, actions.sendSection, asked())).toMatchObject({
    refused: "partnerships.address-unconfirmed",
  });
  await node.as(owner, actions.saveDraft, { id, version: version + 1, changes: {}, cleared: ["name"] });
  expect(await node.as(owner, actions.sendSection, asked())).toMatchObject({
    refused: "partnerships.answers-missing",
  });
  expect(await sectionLinksOf(node.kernel.mongo).countDocuments({ registration: id })).toBe(0);
});

it("A1: sends ten letters an hour for one registration, and has ten open at most", async () => {
  for (let n = 0; n < 10; n++) await send({ email: `one-${n}@${id}.example` });
  expect(await node.as(owner, actions.sendSection, asked())).toEqual(lettersEnough);
  clock.advance(60 * 60_000);
  expect(await node.as(owner, actions.sendSection, asked())).toEqual({
    refused: "partnerships.section-links-enough",
    params: { most: 10 },
  });
  // None that was refused is kept.
  expect(await sectionLinksOf(node.kernel.mongo).countDocuments({ registration: id })).toBe(10);
});

it("A1: writes to one address twenty times a day at most, whatever is withdrawn meanwhile", async () => {
  const often = { email: `often@${id}.example` };
  for (let n = 0; n < 20; n++) {
    if (n === 10) clock.advance(60 * 60_000);
    const link = await send(often);
    await node.as(owner, actions.withdrawSection, { id, link });
  }
  clock.advance(60 * 60_000);
  expect(await node.as(owner, actions.sendSection, asked(often))).toEqual(lettersEnough);
  expect(await send()).toEqual(expect.any(String));
});

it("A1: is sent once, however often it is asked for with one key", async () => {
  const key = newId();
  const one = (await node.as(owner, actions.sendSection, asked(), key)) as { link: string };
  expect(await node.as(owner, actions.sendSection, asked(), key)).toEqual(one);
  await node.settled();
  expect([(await rows()).length, (await letters("section-sent")).length]).toEqual([1, 1]);
});

it("K7: erases whom a section was sent to with the registration", async () => {
  const link = await send({ message: "You know our ports best." });
  const kept = sectionLinksOf(node.kernel.mongo);
  expect(await kept.countDocuments({ registration: id })).toBe(1);
  await node.as({ kind: "system", system: "test" }, actions.eraseRegistration, { id });
  await node.settled();
  expect(await kept.countDocuments({ registration: id })).toBe(0);
  expect(await theirs(link)).toMatchObject({ refused: expect.stringMatching(/over|not-found/) });
});
