import { setTimeout as sleep } from "node:timers/promises";
import type { ParsedMail } from "mailparser";
import identityService from "#services/identity/identity.service.ts";
import logService from "#services/log/log.service.ts";
import { mail } from "#services/mail/mail.contract.ts";
import mailService from "#services/mail/mail.service.ts";
import settingsService from "#services/settings/settings.service.ts";
import { inRole, type Principal } from "#shared/access/principal.ts";
import { hashOf } from "#shared/access/secrets.ts";
import { manualClock } from "#shared/clock/clock.ts";
import type { Output } from "#shared/contract/contract.ts";
import { type MailServer, startMailServer } from "#shared/testing/mail-server.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import { partnerships } from "../partnerships.contract.ts";
import partnershipsService from "../partnerships.service.ts";
import { kitakyushu } from "../partnerships.testing.ts";

const { actions } = partnerships;
const officer = inRole("officer", "leen", "office");
const gateway: Principal = { kind: "system", system: "gateway" };
const clock = manualClock(new Date("2026-11-23T09:00:00Z"));
let server: MailServer;
let node: TestNode;
let id: string;
let link: string;

beforeAll(async () => {
  server = await startMailServer();
  const services = [logService, identityService, mailService, partnershipsService, settingsService];
  const config = { smtpUrl: server.url, publicUrl: "https://portal.example.org/", demo: false };
  node = await startNode({ services, config, clock });
  const nobody = { kind: "nobody" } as const;
  const started: any = await node.as(nobody, actions.startDraft, { country: "JP", language: "en" });
  ({ id, link } = started);
  const owner: Principal = { kind: "link", registration: id };
  await node.as(owner, actions.saveDraft, { id, version: 1, changes: kitakyushu });
  // Letters leave: only whoever reads them has the code.
  expect(await node.as(owner, actions.sendAddressCode, { id })).toEqual({ endsAt: expect.any(String) });
  const { subject } = await letter(1);
  const [code] = /\d{6}/.exec(subject!)!;
  await node.as(owner, actions.confirmAddress, { id, code });
  await node.as(owner, actions.submit, { id, version: 2 });
});
afterAll(async () => {
  await node.stop();
  await server.stop();
});

it("A1: sends a code without a word of the draft, which may have been written to a stranger", () => {
  const { subject, text, html } = server.taken[0]!;
  expect(subject).toMatch(/^\d{6} is your code to register with /);
  for (const word of [kitakyushu.name, kitakyushu.contactName])
    expect([subject, text, html].join("\n")).not.toContain(word);
});

/** The newest letter, once `count` have come. */
async function letter(count: number): Promise<ParsedMail> {
  const limit = performance.now() + 10_000;
  while (server.taken.length < count && performance.now() < limit) await sleep(20);
  expect(server.taken).toHaveLength(count);
  return server.taken.at(-1)!;
}

const linkIn = ({ text }: ParsedMail) =>
  /https:\/\/portal\.example\.org\/(\w\w)\/register#([\w-]+)\.([\w-]{43})\n/.exec(text ?? "")!;
const opens = async (secret: string) =>
  ((await node.as(gateway, actions.registrationOfLink, { linkHash: hashOf(secret) })) as { id?: string }).id;
const decide = async (action: any, own: object = {}) => {
  await node.settled();
  const { version } = (await node.as(officer, actions.registration, { id })) as { version: number };
  return node.as(officer, action, { id, version, ...own });
};
const pass = async (seconds: number) => {
  await node.settled();
  clock.advance(seconds * 1_000);
  await sleep(1_200);
};

it("tells a cluster that its registration has come, with a link that opens it", async () => {
  const first = await letter(2);
  const [, language, of, secret] = linkIn(first);
  expect([first.subject, language, of]).toEqual([expect.stringContaining(kitakyushu.name), "en", id]);
  expect(first.to).toMatchObject({ text: kitakyushu.contactEmail });
  expect(await opens(secret!)).toBe(id);
});

it("tells it what the office asks, in the office's words, which are no markup in a letter", async () => {
  await decide(actions.askChanges, { note: "Which <b>harbours</b>?\nAll of them?" });
  await pass(30);
  const asked = await letter(3);
  expect(asked.text).toContain("Which <b>harbours</b>?\nAll of them?");
  expect(String(asked.html)).toContain("Which &lt;b&gt;harbours&lt;/b&gt;?");
  expect(await opens(linkIn(asked)[3]!)).toBe(id);
});

it("writes once for one event, and makes the same link when it is asked again", async () => {
  const secret = linkIn(await letter(3))[3]!;
  const { rows } = (await node.as(officer, mail.actions.letters, { limit: 1 })) as Output<
    typeof mail.actions.letters
  >;
  const [event] = rows[0]!.id.split("/");
  const again = { id, about: "changes-asked" as const, event: event! };
  const system: Principal = { kind: "system", system: "partnerships.tell-cluster" };
  await node.as(system, actions.writeToCluster, again);
  await sleep(1_200);
  expect(server.taken).toHaveLength(3);
  expect(await opens(secret)).toBe(id);
});

it("A1: leaves the link that was shown, and those of earlier letters, as they are, until a new one has been used", async () => {
  const secrets = [link, ...server.taken.slice(1).map((taken) => linkIn(taken)[3]!)];
  expect(secrets).toHaveLength(3);
  for (const secret of secrets) expect(await opens(secret)).toBe(id);
  const owner: Principal = { kind: "link", registration: id };
  const { link: renewed } = (await node.as(owner, actions.renewLink, { id })) as { link: string };
  for (const secret of secrets) expect(await opens(secret)).toBe(id);
  expect(await opens(renewed)).toBe(id);
  for (const secret of secrets) expect(await opens(secret)).toBeUndefined();
});

it("A1: writes to the address that was confirmed and sent in, and not to one typed since", async () => {
  const owner: Principal = { kind: "link", registration: id };
  const { version } = (await node.as(owner, actions.ownRegistration, { id })) as { version: number };
  const changes = { contactEmail: "stranger@elsewhere.example" };
  await node.as(owner, actions.saveDraft, { id, version, changes });
  await decide(actions.reject, { reason: "We miss your members." });
  await pass(30);
  expect((await letter(4)).to).toMatchObject({ text: kitakyushu.contactEmail });
});

it("I3: tells its cluster nothing of a decision that is undone in the first half minute", async () => {
  const owner: Principal = { kind: "link", registration: id };
  const { version } = (await node.as(owner, actions.ownRegistration, { id })) as { version: number };
  const { contactEmail } = kitakyushu;
  await node.as(owner, actions.saveDraft, { id, version, changes: { contactEmail } });
  expect(await node.as(owner, actions.submit, { id, version: version + 1 })).toMatchObject({
    state: "submitted",
  });
  await letter(5);
  expect(await decide(actions.accept)).toMatchObject({ state: "accepted" });
  await pass(25);
  expect(await decide(actions.undoDecision)).toMatchObject({ state: "submitted" });
  await pass(60);
  expect(server.taken).toHaveLength(5);
});

it("I3: takes back what it told, when that is undone later", async () => {
  await decide(actions.accept);
  await pass(30);
  const { text: told } = await letter(6);
  await decide(actions.undoDecision);
  const { subject, text } = await letter(7);
  expect(subject).toMatch(/no longer applies/);
  expect([told, text]).toEqual([expect.stringContaining("accepted"), expect.stringContaining("taken back")]);
});
