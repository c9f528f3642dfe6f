import { setTimeout as sleep } from "node:timers/promises";
import logService from "#services/log/log.service.ts";
import mailService from "#services/mail/mail.service.ts";
import settingsService from "#services/settings/settings.service.ts";
import { inRole, nobody } from "#shared/access/principal.ts";
import { hashOf } from "#shared/access/secrets.ts";
import { manualClock } from "#shared/clock/clock.ts";
import { callAs } from "#shared/contract/call.ts";
import { type MailServer, startMailServer } from "#shared/testing/mail-server.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import { identity } from "../identity.contract.ts";
import identityService from "../identity.service.ts";
import { holderOf } from "../sessions/sessions.testing.ts";

const { actions } = identity;
const admin = inRole("admin", "first-admin", "office");
const clock = manualClock(new Date("2026-11-23T09:00:00Z"));
const [mine, other] = [hashOf("my browser"), hashOf("another browser")];
let server: MailServer;
let node: TestNode;

beforeAll(async () => {
  server = await startMailServer();
  const config = { smtpUrl: server.url, publicUrl: "https://portal.example.org", demo: false };
  node = await startNode({
    services: [logService, identityService, mailService, settingsService],
    clock,
    config,
  });
  for (const id of ["zandbank", "kielzog"]) {
    await node.as(admin, actions.admitOrganisation, {
      id,
      kind: "company",
      name: id,
      country: "BE",
      size: "sme",
    });
  }
  await node.settled();
  const own = { name: "Sanne", email: "Sanne@Zandbank.example", language: "nl" };
  await node.as(admin, actions.admitPerson, {
    id: "sanne",
    organisation: "zandbank",
    roles: ["member"],
    ...own,
  });
  await node.as(admin, actions.joinOrganisation, { id: "sanne", organisation: "kielzog", roles: ["member"] });
  await node.settled();
});
afterAll(async () => {
  await node.stop();
  await server.stop();
});

const from = (browser: string) => ({ who: nobody, browser });
const askFor = async (email: string, browser = mine) =>
  (await callAs(node.broker, actions.askForLink, { email, language: "en" }, from(browser))).reply;
const use = async (link: string, browser = mine) =>
  (await callAs(node.broker, actions.signInByLink, { link }, from(browser))).reply;

/** The link in the newest letter, once `count` have come. */
async function linkIn(count: number): Promise<string> {
  const limit = performance.now() + 10_000;
  while (server.taken.length < count && performance.now() < limit) await sleep(20);
  expect(server.taken).toHaveLength(count);
  return /link#([\w-]{43})/.exec(server.taken.at(-1)!.text ?? "")![1]!;
}

it("signs in once by the link of a letter, in the browser that asked, on behalf of the first organisation", async () => {
  expect(await askFor("sanne@zandbank.example ".trim())).toEqual({});
  const link = await linkIn(1);
  const invalid = { refused: "identity.link-invalid", params: {} };
  expect(await use(link, other)).toEqual(invalid);
  const session = (await use(link)) as { person: string; secret: string };
  expect(session.person).toBe("sanne");
  expect(await holderOf(node, hashOf(session.secret))).toEqual({
    person: "sanne",
    organisation: "zandbank",
    roles: ["member"],
    session: expect.any(String),
  });
  expect(await use(link)).toEqual(invalid);
});

it("answers the same to an unknown address, and sends nothing there", async () => {
  expect(await askFor("nobody@zandbank.example")).toEqual({});
  await sleep(1_200);
  expect(server.taken).toHaveLength(1);
});

it("sends whoever asks in another browser a letter of its own, and no stranger keeps them from it", async () => {
  clock.advance(61_000);
  const before = server.taken.length;
  await askFor("sanne@zandbank.example", other);
  await linkIn(before + 1);
  await askFor("sanne@zandbank.example");
  const link = await linkIn(before + 2);
  // Strangers use up what strangers have; this browser has been signed in with.
  for (let n = 0; n < 10; n++) await askFor("sanne@zandbank.example", hashOf(`stranger ${n}`));
  await sleep(1_200);
  clock.advance(61_000);
  const sent = server.taken.length;
  expect(sent).toBeLessThan(before + 12);
  await askFor("sanne@zandbank.example");
  await linkIn(sent + 1);
  expect(await use(link)).toHaveProperty("secret");
});

it("sends one letter a minute, and its link works for ten", async () => {
  clock.advance(61_000);
  const before = server.taken.length;
  await askFor("SANNE@zandbank.example");
  await linkIn(before + 1);
  await Promise.all(Array.from({ length: 5 }, () => askFor("sanne@zandbank.example")));
  await sleep(1_200);
  const link = await linkIn(before + 1);
  clock.advance(10 * 60_000 + 1);
  expect(await use(link)).toMatchObject({ refused: "identity.link-invalid" });
});

it("sends another at once to whoever has used the link of the one before", async () => {
  clock.advance(61_000);
  const before = server.taken.length;
  await askFor("sanne@zandbank.example");
  expect(await use(await linkIn(before + 1))).toHaveProperty("secret");
  await askFor("sanne@zandbank.example");
  expect(await use(await linkIn(before + 2))).toHaveProperty("secret");
});

it("K2: acts for another organisation that they belong to, under a new session, and for no other", async () => {
  clock.advance(61_000);
  const before = server.taken.length;
  await askFor("sanne@zandbank.example");
  await use(await linkIn(before + 1));
  const sanne = inRole("member", "sanne", "zandbank");
  const changed = await node.as(sanne, actions.changeOrganisation, { organisation: "kielzog" });
  const sessionHash = hashOf((changed as { secret: string }).secret);
  expect(await holderOf(node, sessionHash)).toMatchObject({
    organisation: "kielzog",
  });
  const refused = await node.as(sanne, actions.changeOrganisation, { organisation: "office" });
  expect(refused).toMatchObject({ refused: "identity.not-a-member" });
});

it("refuses an address that someone else signs in with, also in other capitals", async () => {
  const own = { name: "Other", email: "SANNE@ZANDBANK.EXAMPLE", language: "nl" };
  const asked = { id: "other", organisation: "kielzog", roles: ["member" as const], ...own };
  expect(await node.as(admin, actions.admitPerson, asked)).toMatchObject({
    refused: "identity.address-taken",
  });
});
