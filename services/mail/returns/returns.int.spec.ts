import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { jest } from "@jest/globals";
import { createTransport } from "nodemailer";
import identityService from "#services/identity/identity.service.ts";
import logService from "#services/log/log.service.ts";
import { settings } from "#services/settings/settings.contract.ts";
import settingsService from "#services/settings/settings.service.ts";
import { inRole, type Principal } from "#shared/access/principal.ts";
import { manualClock } from "#shared/clock/clock.ts";
import { partsOf } from "#shared/contract/serve.ts";
import { freePort } from "#shared/testing/free-port.ts";
import { type MailServer, startMailServer } from "#shared/testing/mail-server.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import { mail } from "../mail.contract.ts";
import mailService from "../mail.service.ts";
import { outboxOf } from "../outbox/outbox.ts";
import { startReceiver } from "./receiver.ts";

const { actions } = mail;
const dayMs = 24 * 60 * 60_000;
const domain = "bounces.portal.example";
const clock = manualClock(new Date("2026-11-23T09:00:00Z"));
const system: Principal = { kind: "system", system: "identity" };
const leen = inRole("officer", "leen", "office");
const contact = "internationaal@getijkracht.example";
let server: MailServer;
let node: TestNode;
let port: number;

beforeAll(async () => {
  server = await startMailServer();
  port = await freePort();
  node = await startNode({
    services: [logService, identityService, mailService, settingsService],
    clock,
    config: { smtpUrl: server.url, demo: false, bounces: { domain, port } },
  });
  const admin = inRole("admin", "mira", "office");
  await node.as(admin, settings.actions.changeSettings, { version: 0, changes: { email: contact } });
  await node.settled();
});
afterAll(async () => {
  await node.stop();
  await server.stop();
});

let count = 0;
async function posted(own: object = {}): Promise<string> {
  const id = `12.${++count}/aiko`;
  const letter = {
    ...{ id, subject: "registration/aiko" as const, to: "aiko@kitakyushu.example", language: "en" },
    ...{
      template: "registration-received" as const,
      params: { name: "Kitakyushu", link: "https://x.example/#secret" },
    },
    ...own,
  };
  await node.as(system, actions.post, { letters: [letter] });
  return id;
}

/** Sends a letter, and says which and to where it would come back. */
async function sent(own: object = {}): Promise<{ id: string; returnTo: string }> {
  const id = await posted(own);
  const { returnToken } = await stateOf(id, "sent", "failed");
  return { id, returnTo: `bounce+${returnToken}@${domain}` };
}

const stored = (id: string) => outboxOf(node.kernel.mongo).findById(id).lean();

async function stateOf(id: string, ...states: string[]) {
  const limit = performance.now() + 10_000;
  for (;;) {
    const letter = await stored(id);
    if (letter && states.includes(letter.state)) return letter;
    if (performance.now() > limit) throw new Error(`It is ${letter?.state} and not ${states.join(" or ")}.`);
    await sleep(20);
  }
}

type Told = { action?: string; status?: string; words?: string; more?: string };

/** A notification as mail servers write it (RFC 3464). */
function notification({
  action = "failed",
  status = "5.1.1",
  words = "no such user",
  more = "",
}: Told = {}): string {
  return [
    "From: Mail Delivery System <mailer-daemon@mx.example>",
    "To: portal@causeway.example",
    "Subject: Undelivered Mail Returned to Sender",
    "Auto-Submitted: auto-replied",
    "MIME-Version: 1.0",
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    "",
    "--b",
    "Content-Type: text/plain; charset=us-ascii",
    "",
    "Your letter could not be delivered.",
    "--b",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; mx.example",
    "",
    "Final-Recipient: rfc822; aiko@kitakyushu.example",
    `Action: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: smtp; 550 ${status} ${words}`,
    "",
    "--b",
    "Content-Type: message/rfc822",
    "",
    "Subject: what was sent",
    "",
    `the letter${more}`,
    "--b--",
    "",
  ].join("\r\n");
}

/** Over SMTP, as any mail server would; gives what the receiver answered with: 250 when it took it. */
async function comeBack(to: string, raw: string | Buffer = notification(), from = ""): Promise<number> {
  const smtp = createTransport({ host: "127.0.0.1", port, ignoreTLS: true });
  try {
    const { response } = await smtp.sendMail({ envelope: { from, to }, raw });
    return Number(response.slice(0, 3));
  } catch (error) {
    return (error as { responseCode?: number }).responseCode ?? 0;
  } finally {
    smtp.close();
  }
}

type Rows = { rows: any[] };
const marked = async () => ((await node.as(leen, actions.markedAddresses, {})) as Rows).rows;
const unmarkAll = async () => {
  for (const { address } of await marked()) await node.as(leen, actions.unmarkAddress, { address });
};
const lettersTo = (address: string) =>
  outboxOf(node.kernel.mongo).find({ to: address }).sort({ _id: 1 }).lean();

it("leaves a letter's own address to come back to, which is not the one that people see", async () => {
  const { id, returnTo } = await sent();
  expect(returnTo).toMatch(/^bounce\+[0-9a-f]{40}@bounces\.portal\.example$/);
  expect(server.envelopes).toEqual([{ from: returnTo }]);
  expect(server.taken.at(-1)).toMatchObject({ from: { value: [{ address: "portal@causeway.example" }] } });
  expect((await stored(id))?.state).toBe("sent");
});

it("takes a letter that came back for good: it says so, its address is marked, and the office is told once a day", async () => {
  const { id, returnTo } = await sent();
  expect(await comeBack(returnTo)).toBe(250);
  expect(await stateOf(id, "bounced")).toMatchObject({ error: "550 5.1.1 no such user", params: {} });
  expect(await marked()).toMatchObject([
    { to: "aiko@kitakyushu.example", of: "registration", id: "aiko", said: "550 5.1.1 no such user" },
  ]);
  const { rows } = (await node.as(leen, actions.letters, { state: "bounced", limit: 10 })) as Rows;
  expect(rows).toMatchObject([{ id, marked: true, error: "550 5.1.1 no such user" }]);
  expect(await node.as(leen, actions.outboxNow, {})).toMatchObject({ marked: 1 });
  const own = () => node.as(inRole("member", "aiko", "kitakyushu"), actions.ownAddress, {});
  // A registration may be called as somebody is.
  expect(await own()).toEqual({});
  const person = await sent({ to: "aiko@elsewhere.example", subject: "person/aiko" });
  await comeBack(person.returnTo);
  expect(await own()).toMatchObject({ marked: { to: "aiko@elsewhere.example" } });

  const second = await sent({ to: "second@kitakyushu.example" });
  const third = await sent({ to: "third@kitakyushu.example" });
  for (const { returnTo } of [second, third]) await comeBack(returnTo);
  const notices = await lettersTo(contact);
  expect(notices.map(({ _id, dueAt }) => [_id, dueAt.toISOString()])).toEqual([
    ["marked-addresses/2026-11-23", expect.any(String)],
    ["marked-addresses/2026-11-24", "2026-11-24T00:00:00.000Z"],
  ]);
  await stateOf("marked-addresses/2026-11-23", "sent");
  const told = server.taken.filter(({ to }) => (to as { text: string }).text === contact);
  expect(told.map(({ text }) => text)).toEqual([expect.stringContaining("/admin/letters")]);
  clock.set(new Date("2026-11-24T00:00:01Z"));
  await stateOf("marked-addresses/2026-11-24", "sent");
  await unmarkAll();
});

it("to a marked address goes only what something depends on, and once; until it is said to be right again", async () => {
  const { returnTo } = await sent();
  await comeBack(returnTo);
  const told = await sent({ template: "registration-published" });
  expect(await stored(told.id)).toMatchObject({ state: "failed", tries: 1, error: "marked" });
  server.refusals.push({ code: 451, words: "not now" });
  const decided = await sent({ template: "registration-accepted" });
  expect(await stored(decided.id)).toMatchObject({
    state: "failed",
    tries: 1,
    error: expect.stringContaining("not now"),
  });
  // However its capitals are written.
  const again = await sent({ template: "registration-accepted", to: "Aiko@Kitakyushu.example" });
  expect((await stored(again.id))?.state).toBe("sent");
  await unmarkAll();
  expect(await node.as(leen, actions.outboxNow, {})).toMatchObject({ marked: 0 });
  const after = await sent({ template: "registration-published" });
  expect((await stored(after.id))?.state).toBe("sent");
});

it("that our own mail server is away is no try of a marked address", async () => {
  const { returnTo } = await sent();
  await comeBack(returnTo);
  const warned = jest.spyOn(node.broker.logger, "warn");
  server.goAway();
  const decided = await posted({ template: "registration-accepted" });
  const failed = async () => (await stored(decided))?.error;
  const limit = performance.now() + 10_000;
  while (!(await failed()) && performance.now() < limit) await sleep(20);
  expect(await stored(decided)).toMatchObject({ state: "waiting", error: expect.any(String) });
  const late = async () => ((await node.as(leen, actions.outboxNow, {})) as { late: number }).late;
  expect(await late()).toBe(0);
  clock.advance(10 * 60_000 + 1);
  expect(await late()).toBe(1);
  server.comeBack();
  clock.advance(60 * 60_000);
  await stateOf(decided, "sent");
  expect(await late()).toBe(0);
  // Once, however many letters are tried meanwhile.
  expect(warned.mock.calls.filter(([words]) => String(words).startsWith("Mail waits"))).toHaveLength(1);
  warned.mockRestore();
  await unmarkAll();
});

it("notes what is only late, and marks nobody whose server was away until it gave up", async () => {
  const { id, returnTo } = await sent();
  expect(
    await comeBack(returnTo, notification({ action: "delayed", status: "4.4.1", words: "timed out" })),
  ).toBe(250);
  expect(await stored(id)).toMatchObject({ state: "sent", error: "550 4.4.1 timed out" });
  expect(await comeBack(returnTo, notification({ status: "4.4.7", words: "expired" }))).toBe(250);
  expect(await stored(id)).toMatchObject({ state: "bounced", error: "550 4.4.7 expired" });
  expect(await marked()).toEqual([]);
});

it("marks an address that the mail server refuses at once too", async () => {
  server.refusals.push({ code: 550, words: "no such mailbox" });
  const { id } = await sent({ to: "refused@kitakyushu.example" });
  expect(await stored(id)).toMatchObject({ state: "failed" });
  expect(await marked()).toMatchObject([{ to: "refused@kitakyushu.example" }]);
  await unmarkAll();
});

describe("what is no letter of ours that came back", () => {
  it("is not taken: another's token, another's domain, the address that people see", async () => {
    const { returnTo } = await sent();
    const other = returnTo.replace(/.@/, (end) => (end === "0@" ? "1@" : "0@"));
    const elsewhere = returnTo.replace(domain, "elsewhere.example");
    for (const to of [other, elsewhere, "portal@causeway.example", `bounce@${domain}`, `bounce+a@${domain}`])
      expect({ to, answer: await comeBack(to) }).toEqual({ to, answer: 550 });
    expect(await comeBack(returnTo.toUpperCase())).toBe(250);
    await unmarkAll();
  });

  it.each([
    [
      "an answer of somebody who is away",
      "Subject: On holiday\r\n\r\nBack on Monday. Action: failed\r\nStatus: 5.1.1",
    ],
    ["a report that says nothing", notification({ action: "exploded" })],
    ["no mail at all", "\u0000\u0001\u0002"],
    [
      "parts within parts without an end",
      `${'Content-Type: multipart/mixed; boundary="a"\r\n\r\n--a\r\n'.repeat(3_000)}`,
    ],
  ])("changes nothing: %s", async (_what, raw) => {
    const { id, returnTo } = await sent();
    expect(await comeBack(returnTo, raw)).toBe(250);
    expect(await stored(id)).toMatchObject({ state: "sent" });
    expect((await stored(id))?.error).toBeUndefined();
    expect(await marked()).toEqual([]);
  });

  it("is refused when it is too large, and so is a second recipient", async () => {
    const { id, returnTo } = await sent();
    expect(await comeBack(returnTo, notification({ more: "x".repeat(1024 * 1024) }))).toBe(552);
    expect(await stored(id)).toMatchObject({ state: "sent" });
    const other = await sent();
    const smtp = createTransport({ host: "127.0.0.1", port, ignoreTLS: true });
    const { rejected } = await smtp.sendMail({
      envelope: { from: "", to: [returnTo, other.returnTo] },
      raw: notification(),
    });
    smtp.close();
    expect(rejected).toEqual([other.returnTo]);
    await unmarkAll();
  });

  it("ends no process: a port that is taken, half a conversation, a request of a browser, and noise", async () => {
    const warned = jest.spyOn(node.broker.logger, "warn");
    const second = startReceiver(node.broker, node.kernel);
    while (!warned.mock.calls.some(([words]) => String(words).includes("EADDRINUSE"))) await sleep(20);
    await second.stop();
    for (const words of [
      "EHLO x\r\nMAIL FROM:<>\r\nRCPT TO:<",
      "GET / HTTP/1.1\r\nHost: x\r\n\r\n",
      "\u0000\r\n".repeat(50),
    ]) {
      const socket = connect(port, "127.0.0.1").on("error", () => {});
      await once(socket, "connect");
      socket.end(words);
      await Promise.race([once(socket, "close"), sleep(3_000)]);
      socket.destroy();
    }
    const { id, returnTo } = await sent();
    expect(await comeBack(returnTo)).toBe(250);
    await stateOf(id, "bounced");
    await unmarkAll();
  });
});

it("K6: forgets an address 90 days after its last letter came back", async () => {
  const { returnTo } = await sent();
  await comeBack(returnTo);
  expect(await marked()).toHaveLength(1);
  const { keeper } = partsOf(node.broker, "mail")!;
  clock.advance(90 * dayMs);
  await keeper.sweep();
  expect(await marked()).toHaveLength(1);
  clock.advance(1);
  await keeper.sweep();
  expect(await marked()).toEqual([]);
});
