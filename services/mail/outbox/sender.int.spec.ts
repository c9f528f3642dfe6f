import { setTimeout as sleep } from "node:timers/promises";
import { jest } from "@jest/globals";
import logService from "#services/log/log.service.ts";
import { settings } from "#services/settings/settings.contract.ts";
import settingsService from "#services/settings/settings.service.ts";
import { inRole, type Principal } from "#shared/access/principal.ts";
import { manualClock } from "#shared/clock/clock.ts";
import { type MailServer, startMailServer } from "#shared/testing/mail-server.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import { mail } from "../mail.contract.ts";
import mailService from "../mail.service.ts";
import { outboxOf } from "./outbox.ts";
import { startSender } from "./sender.ts";

const system: Principal = { kind: "system", system: "identity" };
const clock = manualClock(new Date("2026-11-23T09:00:00Z"));
const link = "https://portal.example.org/sign-in/link#a-secret";
let server: MailServer;
let node: TestNode;

beforeAll(async () => {
  server = await startMailServer();
  node = await startNode({
    services: [logService, mailService, settingsService],
    clock,
    config: { smtpUrl: server.url, demo: false },
  });
});
afterAll(async () => {
  await node.stop();
  await server.stop();
});

const letterOf = (id: string, own: object = {}) => ({
  ...{ id, subject: "registration/aiko" as const, to: "leen@getijkracht.example", language: "nl" },
  ...{ template: "sign-in" as const, params: { link }, ...own },
});
const postAll = (letters: ReturnType<typeof letterOf>[]) => node.as(system, mail.actions.post, { letters });
const post = (id: string, own: object = {}) => postAll([letterOf(id, own)]);

const stored = (id: string) => outboxOf(node.kernel.mongo).findById(id).lean();

async function until<T>(look: () => Promise<T | undefined | false | null>): Promise<T> {
  const limit = performance.now() + 10_000;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (performance.now() > limit) throw new Error("It did not come to that within 10 s.");
    await sleep(20);
  }
}

const inState = (id: string, state: string) =>
  until(async () => {
    const letter = await stored(id);
    return letter?.state === state && letter;
  });

it("I11: queues a letter once for one event and person, under one Message-ID, in the reader's language", async () => {
  await Promise.all([1, 2, 3, 4].map(() => post("sign-in/once")));
  const letter = await inState("sign-in/once", "sent");
  await sleep(700);
  expect(server.taken).toHaveLength(1);
  const [taken] = server.taken;
  expect(taken).toMatchObject({
    subject: "Aanmelden bij Causeway",
    messageId: expect.stringMatching(/^<[\w-]{43}@causeway\.example>$/),
  });
  expect(taken!.text).toContain(link);
  expect(String(taken!.html)).toContain(`href="${link}"`);
  // What opened a door is not kept.
  expect([letter.params, letter.tries]).toEqual([{}, 1]);
});

it("says whom it is from, where answers go and how to reach them, as the settings have it by then", async () => {
  server.taken.length = 0;
  const admin = inRole("admin", "mira", "office");
  const changes = {
    name: { nl: "Getijkracht <internationaal>", en: "Tidal Power" },
    ...{ senderName: "Getijkracht, dienst “internationaal”", replyTo: "antwoord@getijkracht.example" },
    ...{ telephone: "+32 59 00 00 00", postalAddress: "Zeedijk 1\n8400 Oostende" },
    ...{ languages: ["nl"], defaultLanguage: "nl" },
  };
  await node.as(admin, settings.actions.changeSettings, { version: 0, changes });
  await node.settled();
  await post("sign-in/settings", { language: "en" });
  await inState("sign-in/settings", "sent");
  const [taken] = server.taken;
  expect(taken).toMatchObject({
    // English is not offered any more.
    subject: "Aanmelden bij Getijkracht <internationaal>",
    from: { value: [{ name: changes.senderName, address: "portal@causeway.example" }] },
    replyTo: { value: [{ name: "", address: "antwoord@getijkracht.example" }] },
  });
  expect(taken!.text).toContain("Getijkracht <internationaal>\nZeedijk 1\n8400 Oostende\n+32 59 00 00 00");
  expect(String(taken!.html)).toContain("Getijkracht &lt;internationaal&gt;");
});

it("sends a link that is of use for ten minutes before what can wait, however much of that there is", async () => {
  server.taken.length = 0;
  const others = Array.from({ length: 60 }, (_, n) =>
    letterOf(`1.${n}/leen`, { template: "addresses-marked", params: { count: `${n}`, link } }),
  );
  const urgent = letterOf("sign-in/urgent", {
    notAfter: "2026-11-23T09:10:00Z",
    to: "mira@getijkracht.example",
  });
  await postAll([...others, urgent]);
  await inState("1.59/leen", "sent");
  await until(async () => server.taken.length === 61);
  const addressees = server.taken.map(({ to }) => (to as { text: string }).text);
  // It was written last, and on a busy machine a few are taken before that.
  expect(addressees.indexOf("mira@getijkracht.example")).toBeLessThan(30);
});

it("sends each letter once, however many senders there are", async () => {
  server.taken.length = 0;
  const others = [1, 2, 3].map(() => startSender(node.broker, node.kernel));
  const all = Array.from({ length: 200 }, (_, n) => letterOf(`sign-in/among-many-${n}`));
  await postAll(all);
  await until(async () => server.taken.length >= all.length);
  await Promise.all(others.map((other) => other.stop()));
  await sleep(700);
  const ids = new Set(server.taken.map(({ messageId }) => messageId));
  expect([server.taken.length, ids.size]).toEqual([all.length, all.length]);
});

it("tries again later what the mail server cannot take now, under the same Message-ID", async () => {
  server.taken.length = 0;
  server.refusals.push({ code: 451, words: "try later" }, { code: 450, words: "mailbox busy" });
  await post("sign-in/later");
  for (const [tries, seconds, said] of [
    [1, 31, "try later"],
    [2, 61, "mailbox busy"],
  ] as const) {
    await until(async () => (await stored("sign-in/later"))?.error?.includes(said));
    await sleep(600);
    expect((await stored("sign-in/later"))?.tries).toBe(tries);
    clock.advance(seconds * 1_000);
  }
  expect(await inState("sign-in/later", "sent")).toMatchObject({ tries: 3 });
  expect(server.taken).toHaveLength(1);
});

it("waits for the settings without counting that as a try, and goes on as soon as they are there", async () => {
  const warned = jest.spyOn(node.broker.logger, "warn");
  await node.broker.destroyService(node.broker.getLocalService("settings"));
  await post("sign-in/unsettled");
  await until(async () => warned.mock.calls.some(([words]) => String(words).startsWith("Mail waits")));
  expect(await stored("sign-in/unsettled")).toMatchObject({ state: "waiting", tries: 0 });
  node.broker.createService({ ...settingsService });
  // On a clock that stands still: what counted as a try would be due 30 s from now.
  expect(await inState("sign-in/unsettled", "sent")).toMatchObject({ tries: 1 });
  warned.mockRestore();
});

it("gives up what the mail server refuses for good, and what comes too late, and says so to the office", async () => {
  server.taken.length = 0;
  server.refusals.push({ code: 550, words: "no such mailbox" });
  await post("sign-in/refused", { to: "gone@getijkracht.example" });
  await post("sign-in/late", { notAfter: "2026-11-23T08:59:00Z" });
  await inState("sign-in/refused", "failed");
  await inState("sign-in/late", "failed");
  const leen = inRole("officer", "leen", "office");
  const told = await node.as(leen, mail.actions.letters, { state: "failed", limit: 10 });
  const rows = "rows" in told ? told.rows : [];
  expect(rows.map(({ to, error }) => [to, error])).toEqual(
    expect.arrayContaining([
      ["gone@getijkracht.example", expect.stringContaining("no such mailbox")],
      ["leen@getijkracht.example", "late"],
    ]),
  );
  // Only a demo shows what is in them.
  expect(rows.filter((row) => "content" in row)).toEqual([]);
  expect(server.taken).toEqual([]);
});

it("puts what people wrote into no header and no second address", async () => {
  const bad = [
    "a@b.example, c@d.example",
    "a@b.example\r\nBcc: c@d.example",
    "<a@b.example>",
    "a b@c.example",
  ];
  for (const to of bad)
    await expect(post("sign-in/bad", { to })).rejects.toMatchObject({ type: "VALIDATION_ERROR" });
  expect(await stored("sign-in/bad")).toBeNull();
});

it("says once that the outbox cannot be read, asks ever more rarely, and goes on when it can", async () => {
  const { mongo, config } = node.kernel;
  const warned = jest.spyOn(node.broker.logger, "warn");
  const asked = jest.spyOn(outboxOf(mongo), "find");
  await mongo.close();
  await sleep(4_000);
  const said = warned.mock.calls.filter(([words]) => String(words).startsWith("Mail waits"));
  expect([said.length, asked.mock.calls.length < 6]).toEqual([1, true]);
  await mongo.openUri(config.mongoUri);
  await post("sign-in/after");
  await inState("sign-in/after", "sent");
});
