import { setTimeout as sleep } from "node:timers/promises";
import identityService from "#services/identity/identity.service.ts";
import logService from "#services/log/log.service.ts";
import mailService from "#services/mail/mail.service.ts";
import { settings } from "#services/settings/settings.contract.ts";
import settingsService from "#services/settings/settings.service.ts";
import { askSettings } from "#services/settings-now.ts";
import { inRole, type Principal } from "#shared/access/principal.ts";
import { manualClock } from "#shared/clock/clock.ts";
import { isRefusal } from "#shared/contract/refusals.ts";
import { partsOf } from "#shared/contract/serve.ts";
import { draftsOf, sealDraft } from "#shared/documents/drafts.ts";
import { newId } from "#shared/ids.ts";
import { outcomeKey, requestHash } from "#shared/log/keys.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import { partnerships } from "../partnerships.contract.ts";
import partnershipsService from "../partnerships.service.ts";
import { confirmAddress, kitakyushu } from "../partnerships.testing.ts";
import { registration } from "./registrations.ts";
import * as rules from "./rules.ts";

const { actions } = partnerships;
const dayMs = 24 * 60 * 60_000;
const start = new Date("2026-11-23T09:00:00Z");
const clock = manualClock(start);
let node: TestNode;

beforeAll(async () => {
  node = await startNode({
    services: [logService, identityService, partnershipsService, mailService, settingsService],
    clock,
  });
});
beforeEach(() => clock.set(start));
afterAll(() => node.stop());

const officer = inRole("officer", "leen", "getijkracht");
const drafts = () => draftsOf(node.kernel.mongo, "partnerships");
const stale = (version: unknown) => ({ refused: "stale", params: { version } });
const submitted = { state: "submitted", position: expect.any(Number) };
const notNow = {
  refused: "partnerships.illegal-step",
  params: { state: "submitted", allowed: ["withdraw", "ask-changes", "waive", "accept", "reject"] },
};

/** A form that is complete, at version 2. */
async function filled() {
  const started: any = await node.as({ kind: "nobody" }, actions.startDraft, {
    country: "JP",
    language: "en",
  });
  const id: string = started.id;
  const owner: Principal = { kind: "link", registration: id };
  const save = (version: number, changes: object) =>
    node.as(owner, actions.saveDraft, { id, version, changes }) as Promise<any>;
  const submit = (version: number, key = newId()) =>
    node.answer(owner, actions.submit, { id, version }, key) as Promise<any>;
  const own = () => node.as(owner, actions.ownRegistration, { id }) as Promise<any>;
  // To one address only so many codes are sent.
  await save(1, { ...kitakyushu, contactEmail: `${id}@kitakyushu.example` });
  await confirmAddress(node, id);
  return { id, owner, save, submit, own };
}

/** What a process left behind that was killed between the seal and the commit. */
async function sealAndDie(id: string, owner: Principal, version: number, key: string) {
  const { secret } = node.kernel.config;
  const { name } = actions.submit;
  const asked = {
    name,
    key: outcomeKey(secret, owner, name, key),
    hash: requestHash(secret, { id, version }),
  };
  expect(await sealDraft(drafts(), (await drafts().findById(id).lean())!, asked)).toBe(true);
}

const sentName = async (id: string) => {
  await node.settled();
  return ((await node.as(officer, actions.registration, { id })) as any).answers.name;
};

describe("A1: a submission is of one version of the draft", () => {
  it("A1: not of one that its sender has not seen", async () => {
    const { id, save, submit } = await filled();
    await save(2, { name: "Kitakyushu Port" });
    expect((await submit(2)).reply).toEqual(stale(3));
    expect((await submit(3)).reply).toEqual(submitted);
    expect(await sentName(id)).toBe("Kitakyushu Port");
  });

  it("A1: what is answered as saved while it is sent is in what was sent, or nothing was sent", async () => {
    for (let round = 0; round < 30; round++) {
      const { id, save, submit } = await filled();
      const [sent, saved] = await Promise.all([
        sleep(round % 3).then(() => submit(2)),
        sleep(round % 5).then(() => save(2, { name: `Port ${round}` })),
      ]);
      const both = { sent: sent.reply, saved };
      if (isRefusal(saved)) expect(both).toEqual({ sent: submitted, saved: notNow });
      else expect(both).toEqual({ sent: stale(expect.any(Number)), saved: { version: 3, others: [] } });
      await node.settled();
      const seen: any = await node.as(officer, actions.registration, { id });
      expect(isRefusal(seen)).toBe(!isRefusal(saved));
    }
  });

  it("A1: nothing is saved once it is sent, however far the rows are behind", async () => {
    for (let round = 0; round < 10; round++) {
      const { save, submit, own } = await filled();
      await submit(2);
      expect(await save(2, { name: "Too late" })).toEqual(notNow);
      expect(await own()).toMatchObject({ version: 2, answers: { name: kitakyushu.name } });
    }
  });

  it("A1: until changes are asked; then a version of what was changed is sent, and the first key is answered as before", async () => {
    const { id, save, submit } = await filled();
    const first = await submit(2, "the-key-of-the-first-time");
    const { position: version } = first.reply;
    await node.as(officer, actions.askChanges, { id, version, note: "In English, please." });
    await node.settled();
    expect(await save(2, { name: "Port of Kitakyushu" })).toEqual({ version: 3, others: [] });
    expect((await submit(2)).reply).toEqual(stale(3));
    expect((await submit(3)).reply).toEqual(submitted);
    expect(await sentName(id)).toBe("Port of Kitakyushu");
    expect(await submit(2, "the-key-of-the-first-time")).toEqual({ ...first, replayed: true });
  });

  it("A1: unchanged too, when changes were asked and none was needed", async () => {
    const { id, submit } = await filled();
    const { position: version } = (await submit(2)).reply;
    await node.as(officer, actions.askChanges, { id, version, note: "Is this right?" });
    expect((await submit(2)).reply).toEqual(submitted);
  });

  it("A1: sent twice by two, it is sent once, and who is refused is refused each time", async () => {
    const { submit } = await filled();
    const keys = ["the-key-of-one-of-them", "the-key-of-the-other"];
    const both = await Promise.all(keys.map((key) => submit(2, key)));
    expect(both.filter(({ reply }) => reply.state === "submitted")).toHaveLength(1);
    const again = await Promise.all(keys.map((key) => submit(2, key)));
    expect(again.map(({ reply }) => reply)).toEqual(both.map(({ reply }) => reply));
  });
});

describe("A1: a submission that the form refuses has had its outcome", () => {
  const key = "a-key-of-the-client";
  const missing = { refused: "partnerships.answers-missing", params: { fields: ["contactRole"] } };

  it("A1: so its key is refused ever after, though the answers have come; another key sends them", async () => {
    const { id, owner, save, submit } = await filled();
    await node.as(owner, actions.saveDraft, { id, version: 2, changes: {}, cleared: ["contactRole"] });
    expect((await submit(3, key)).reply).toEqual(missing);
    await save(3, { contactRole: "Director" });
    expect(await submit(3, key)).toEqual({ reply: missing, replayed: true });
    expect((await submit(4, key)).reply).toEqual({ refused: "key-reused", params: {} });
    expect((await submit(4)).reply).toEqual(submitted);
  });

  it("A1: also when it was of a version that is only to come", async () => {
    const { save, submit } = await filled();
    expect((await submit(3, key)).reply).toEqual(stale(2));
    await save(2, { name: "Port of Kitakyushu" });
    expect(await submit(3, key)).toEqual({ reply: stale(2), replayed: true });
  });
});

it("A1: what a cluster says of itself stands in the log once it is published, and not before", async () => {
  const { id, owner, save, submit } = await filled();
  const said = "We keep the tide, and sell it by the hour.";
  await save(2, { summary: said });
  const { position: version } = (await submit(3)).reply;
  const { position } = (await node.as(officer, actions.accept, { id, version })) as { position: number };
  expect(JSON.stringify(await node.kernel.log.find({}).toArray())).not.toContain(said);
  expect(await node.as(owner, actions.confirm, { id })).toMatchObject({ state: "published" });
  await node.settled();
  expect(await node.as(owner, actions.partner, { id })).toMatchObject({ summary: said });
  expect(JSON.stringify(await node.kernel.log.find({ _id: { $gt: position } }).toArray())).toContain(said);
});

describe("A1: killed while it is sent", () => {
  it("A1: the same key sends it, and gets the same answer ever after", async () => {
    const { id, owner, submit, save } = await filled();
    await sealAndDie(id, owner, 2, "a-key-of-the-client");
    const { reply } = await submit(2, "a-key-of-the-client");
    expect(reply).toEqual(submitted);
    expect(await sentName(id)).toBe(kitakyushu.name);
    expect(await save(2, { name: "Too late" })).toEqual(notNow);
    expect(await submit(2, "a-key-of-the-client")).toEqual({ reply, replayed: true });
  });

  it("A1: who comes back without the key goes on writing, and the old key sends nothing any more", async () => {
    const { id, owner, submit, save, own } = await filled();
    await sealAndDie(id, owner, 2, "a-key-of-the-client");
    expect(await own()).toMatchObject({ state: "draft", abilities: ["submit"], version: 2 });
    expect(await save(2, { name: "Kitakyushu" })).toEqual({ version: 3, others: [] });
    const late = await submit(2, "a-key-of-the-client");
    expect(late).toEqual({ reply: stale(2), replayed: true });
    expect((await submit(3)).reply).toEqual(submitted);
    expect(await submit(2, "a-key-of-the-client")).toEqual(late);
    expect(await sentName(id)).toBe("Kitakyushu");
  });

  it("A1: who comes back without the key may send it as it is", async () => {
    const { id, owner, submit } = await filled();
    await sealAndDie(id, owner, 2, "a-key-of-the-client");
    expect((await submit(2)).reply).toEqual(submitted);
    expect((await submit(2, "a-key-of-the-client")).reply).toEqual(stale(2));
  });

  it("A1: after the commit, the registration keeps what was written in it", async () => {
    const { id, owner, own } = await filled();
    const submission = {
      ...{ answers: "answers-of-the-dead", name: "Port", country: "JP", ecosystems: [] },
      ...{ language: "en", criteria: [] },
    };
    const office = await askSettings(node.broker, "partnerships");
    // The commit alone, as of a process that did no more.
    await node.kernel.executor.execute({
      feature: registration,
      stream: `registration/${id}`,
      decide: rules.submit,
      command: submission,
      facts: { office },
      reply: () => ({}),
      by: owner,
      ...{ name: actions.submit.name, key: newId(), hash: newId() },
    });
    await node.settled();
    clock.advance(40 * dayMs);
    await partsOf(node.broker, "partnerships")!.keeper.sweep();
    const seen = await own();
    expect(seen).toMatchObject({ state: "submitted", answers: { name: kitakyushu.name } });
    expect(seen.endsAt).toBeUndefined();
  });
});

it("A4: counts the term by the office's days and hours from the next submission on; one that was said stays", async () => {
  const admin = inRole("admin", "mira", "getijkracht");
  const dueAt = async ({ id }: { id: string }) => {
    await node.settled();
    return ((await node.as(officer, actions.registration, { id })) as any).dueAt;
  };
  const before = await filled();
  await before.submit(2);
  expect(await dueAt(before)).toBe("2026-11-30T16:00:00.000Z");
  const changes = {
    ...{ officeDays: [1, 2, 3, 4], closesAt: "12:30" },
    closingDays: [{ day: "2026-11-25", reason: { nl: "Ledendag" } }],
  };
  await node.as(admin, settings.actions.changeSettings, { version: 0, changes });
  await node.settled();
  const after = await filled();
  await after.submit(2);
  expect(await dueAt(after)).toBe("2026-12-02T11:30:00.000Z");
  expect(await dueAt(before)).toBe("2026-11-30T16:00:00.000Z");
});
