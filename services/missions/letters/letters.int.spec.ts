import { setTimeout as sleep } from "node:timers/promises";
import type { ParsedMail } from "mailparser";
import { identity } from "#services/identity/identity.contract.ts";
import identityService from "#services/identity/identity.service.ts";
import logService from "#services/log/log.service.ts";
import { mail } from "#services/mail/mail.contract.ts";
import mailService from "#services/mail/mail.service.ts";
import partnershipsService from "#services/partnerships/partnerships.service.ts";
import settingsService from "#services/settings/settings.service.ts";
import { inRole, type Principal } from "#shared/access/principal.ts";
import { hashOf } from "#shared/access/secrets.ts";
import { manualClock } from "#shared/clock/clock.ts";
import type { Output } from "#shared/contract/contract.ts";
import { partsOf } from "#shared/contract/serve.ts";
import { database } from "#shared/mongo/connect.ts";
import { type MailServer, startMailServer } from "#shared/testing/mail-server.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import { missions } from "../missions.contract.ts";
import missionsService from "../missions.service.ts";
import { member, officer, planOf } from "../missions.testing.ts";

const { actions } = missions;
const start = new Date("2026-11-23T09:00:00Z");
const dayMs = 24 * 60 * 60_000;
const clock = manualClock(start);
const admin = inRole("admin", "admin-1", "office");
const gateway: Principal = { kind: "system", system: "gateway" };
let server: MailServer;
let node: TestNode;

beforeAll(async () => {
  server = await startMailServer();
  const others = [logService, identityService, mailService, partnershipsService, settingsService];
  const config = { smtpUrl: server.url, publicUrl: "https://portal.example.org/", demo: false };
  node = await startNode({ services: [...others, missionsService], clock, config });
  await admit("zandbank", "nl", "sanne", "tine");
  for (const company of ["kielzog", "duinpoort", "bruinvis"]) await admit(company, "en", `of-${company}`);
});
beforeEach(() => {
  clock.set(start);
  server.taken.length = 0;
});
afterAll(async () => {
  await node.stop();
  await server.stop();
});

async function admit(company: string, language: string, ...people: string[]): Promise<void> {
  const organisation = { id: company, kind: "company", name: `${company} nv`, country: "BE", size: "sme" };
  await node.as(admin, identity.actions.admitOrganisation, organisation as never);
  await node.settled();
  for (const id of people) {
    const own = { name: `Person ${id}`, email: `${id}@${company}.example`, language };
    await node.as(admin, identity.actions.admitPerson, {
      ...{ id, organisation: company, roles: ["member"], ...own },
    });
  }
  await node.settled();
}

async function plan(id: string, capacity: number): Promise<void> {
  await node.as(officer, actions.planMission, { id, ...planOf({ capacity }) });
  await node.settled();
}

const claim = (mission: string, company: string, seats = 1) =>
  node.as(member(company), actions.claim, { mission, company, seats });

/** Those that have come, once there are so many and no more are on their way. */
async function letters(count: number): Promise<ParsedMail[]> {
  const limit = performance.now() + 10_000;
  while (server.taken.length < count && performance.now() < limit) await sleep(20);
  await node.settled();
  await sleep(700);
  expect(server.taken.map(({ subject }) => subject)).toHaveLength(count);
  return server.taken.splice(0);
}

const addressOf = ({ to }: ParsedMail) => (to as { text: string }).text;
const to = (all: ParsedMail[], address: string) => all.find((letter) => addressOf(letter) === address)!;

type Opened = { mission: string; link: string; secret: string; who: Principal };

/** What the link of a letter opens, as the gateway finds out. */
async function opened({ text }: ParsedMail): Promise<Opened> {
  const form = /https:\/\/portal\.example\.org\/seat#([a-z0-9-]+)\.([a-z0-9]+)\.([\w-]{43})\n/;
  const [, mission, link, secret] = form.exec(text ?? "")!;
  const { seat } = (await node.as(gateway, actions.seatOfLink, { linkHash: hashOf(secret!) })) as Output<
    typeof actions.seatOfLink
  >;
  const who: Principal = seat ? { kind: "seat-link", ...seat } : { kind: "nobody" };
  return { mission: mission!, link: link!, secret: secret!, who };
}

const shown = ({ mission, link, who }: Opened) => node.as(who, actions.entryOfLink, { mission, link });
const giveBack = ({ mission, link, who }: Opened, key?: string) =>
  node.as(who, actions.withdrawByLink, { mission, link }, key);

it("I11: tells everyone who acts for a company, once each, in their language, with a link of their own", async () => {
  await plan("ceara", 2);
  await claim("ceara", "zandbank", 2);
  const [one, other] = await letters(2);
  const all = [one!, other!];
  expect(all.map(addressOf).sort()).toEqual(["sanne@zandbank.example", "tine@zandbank.example"]);
  expect(one!.subject).toBe("Bevestigd voor zandbank nv: Ceará: groene waterstof");
  expect(one!.text).toContain("2 plaatsen");
  expect(new Set(all.map(({ messageId }) => messageId)).size).toBe(2);
  const links = await Promise.all(all.map(opened));
  expect(new Set(links.map(({ secret }) => secret)).size).toBe(2);
  for (const link of links)
    expect(await shown(link)).toMatchObject({ company: "zandbank", seats: 2, abilities: ["withdraw"] });
  // As when the reaction was killed after the letters and before its mark.
  const [link] = links;
  const { order } = (await node.kernel.mongo.model("missions.links").findById(link!.link).lean()) as any;
  const event = `${Math.floor(order / 1e6)}.${order % 1e6}`;
  const again = { mission: "ceara", company: "zandbank", seats: 2, about: "confirmed" as const };
  const system: Principal = { kind: "system", system: "missions.tell-company" };
  const news = [{ ...again, event, at: start.toISOString() }];
  await node.as(system, actions.writeToCompanies, { news });
  await letters(0);
});

it("C13: gives seats back by the link of a letter, once, and the next in line has them within a second", async () => {
  await plan("gdansk", 1);
  await claim("gdansk", "zandbank");
  const link = await opened(to(await letters(2), "tine@zandbank.example"));
  await claim("gdansk", "kielzog");
  const [waiting] = await letters(1);
  expect(waiting!.subject).toBe("kielzog nv is on the waiting list: Ceará: green hydrogen");
  expect(await shown(await opened(waiting!))).toMatchObject({ state: "waiting", place: 1 });

  const began = performance.now();
  const key = "a-double-click-of-the-button";
  const [first, second] = await Promise.all([giveBack(link, key), giveBack(link, key)]);
  const { position: after } = first as { position: number };
  const asked = { mission: "gdansk", company: "kielzog" };
  const { reply } = (await node.broker.call(actions.ownEntry.name, asked, {
    meta: { who: member("kielzog"), after },
  })) as { reply: { entry: { state: string } } };
  const tookMs = performance.now() - began;
  expect(reply.entry.state).toBe("confirmed");
  expect(tookMs).toBeLessThan(1_000);
  expect(first).toEqual({ state: "withdrawn", position: expect.any(Number) });
  expect(second).toEqual(first);

  const told = await letters(3);
  expect(to(told, "of-kielzog@kielzog.example").subject).toBe(
    "There is room for kielzog nv: Ceará: green hydrogen",
  );
  expect(to(told, "sanne@zandbank.example").subject).toContain("teruggetrokken");
  expect(await giveBack(link, key)).toEqual(first);
  expect(await giveBack(link)).toEqual({ refused: "missions.letter-over", params: {} });
  expect(await shown(link)).toMatchObject({ state: "withdrawn", abilities: [] });
});

it("C13: leaves the list by the link; a link of before gives nothing back of what was signed up for since", async () => {
  await plan("piaui", 1);
  await claim("piaui", "bruinvis");
  await letters(1);
  await claim("piaui", "kielzog");
  const [waiting] = await letters(1);
  const old = await opened(waiting!);
  expect(await giveBack(old)).toMatchObject({ state: "withdrawn" });
  await letters(1);
  await claim("piaui", "kielzog");
  const [anew] = await letters(1);
  expect(await giveBack(old)).toMatchObject({ refused: "missions.letter-over" });
  expect(await shown(old)).toMatchObject({ state: "withdrawn", abilities: [] });
  expect(await shown(await opened(anew!))).toMatchObject({ state: "waiting", abilities: ["withdraw"] });
});

it("C13: a link opens its own entry alone, and nothing once it is revoked or its person has gone", async () => {
  await plan("osaka", 3);
  await claim("osaka", "zandbank");
  const own = await letters(2);
  const [sanne, tine] = [
    await opened(to(own, "sanne@zandbank.example")),
    await opened(to(own, "tine@zandbank.example")),
  ];
  await claim("osaka", "duinpoort");
  const other = await opened((await letters(1))[0]!);
  const notFound = { refused: "not-found", params: {} };
  expect(await shown({ ...other, who: sanne.who })).toEqual(notFound);
  expect(await giveBack({ ...other, who: sanne.who })).toEqual(notFound);
  expect(await shown({ ...sanne, mission: "ceara" })).toEqual(notFound);
  expect(
    await node.as(sanne.who, actions.claim, { mission: "osaka", company: "zandbank", seats: 1 }),
  ).toMatchObject({
    refused: "not-allowed",
  });

  const person: Principal = inRole("member", "sanne", "zandbank");
  await node.as(person, identity.actions.askErasure, { id: "sanne" });
  await node.as(admin, identity.actions.erasePerson, { id: "sanne" });
  await node.settled();
  const opens = async ({ secret }: Opened) =>
    node.as(gateway, actions.seatOfLink, { linkHash: hashOf(secret) });
  expect(await opens(sanne)).toEqual({});
  expect(await opens(tine)).toMatchObject({ seat: { company: "zandbank" } });

  await node.as(admin, identity.actions.suspendPerson, { id: "tine", reason: "Left without a word" });
  await node.settled();
  expect(await opens(tine)).toEqual({});
  await node.as(admin, identity.actions.reinstatePerson, { id: "tine" });
  // Of both tine is told.
  await letters(2);
  expect(await opens(tine)).toMatchObject({ seat: { company: "zandbank" } });

  const entry = { mission: "osaka", company: "zandbank" };
  expect(await node.as(member("kielzog"), actions.revokeSeatLinks, entry)).toEqual(notFound);
  expect(await node.as(member("zandbank"), actions.revokeSeatLinks, entry)).toEqual({ revoked: 1 });
  expect(await opens(tine)).toEqual({});
  expect(await node.as(member("zandbank"), actions.ownEntry, entry)).toMatchObject({
    entry: { state: "confirmed" },
  });
});

it("C13: once its mission is over a link says so and changes nothing; a month later it is gone", async () => {
  await plan("busan", 1);
  await claim("busan", "duinpoort");
  const link = await opened((await letters(1))[0]!);
  clock.set(new Date("2027-01-07T12:00:00Z"));
  expect(await shown(link)).toMatchObject({ state: "confirmed", abilities: [] });
  expect(await giveBack(link)).toEqual({ refused: "missions.over", params: {} });
  const { keeper } = partsOf(node.broker, "missions")!;
  clock.set(new Date(Date.parse("2027-01-07T00:00:00Z") + 30 * dayMs));
  await keeper.sweep();
  expect(await shown(link)).toMatchObject({ state: "confirmed" });
  clock.advance(1);
  await keeper.sweep();
  expect(await node.as(gateway, actions.seatOfLink, { linkHash: hashOf(link.secret) })).toEqual({});
});

it("tells all that had seats or waited that their mission is cancelled, and nobody of what is a week ago", async () => {
  await plan("kobe", 1);
  await claim("kobe", "kielzog");
  await claim("kobe", "duinpoort");
  await claim("kobe", "bruinvis");
  await node.as(member("bruinvis"), actions.withdraw, { mission: "kobe", company: "bruinvis" });
  await letters(4);
  const { version } = (await node.as(officer, actions.mission, { id: "kobe" })) as { version: number };
  await node.as(officer, actions.cancelMission, { id: "kobe", version });
  const told = await letters(2);
  expect(told.map(addressOf).sort()).toEqual([
    "of-duinpoort@duinpoort.example",
    "of-kielzog@kielzog.example",
  ]);
  const link = await opened(told[0]!);
  expect(await shown(link)).toMatchObject({ state: "cancelled", abilities: [] });
  expect(await giveBack(link)).toEqual({ refused: "missions.cancelled", params: {} });
  const system: Principal = { kind: "system", system: "missions.tell-company" };
  // As when mail was away once the links were made: what was not queued yet is queued by the next try.
  const { rows } = (await node.as(officer, mail.actions.letters, { limit: 2 })) as Output<
    typeof mail.actions.letters
  >;
  const outbox = database(node.kernel.mongo).collection<{ _id: string }>("mail.outbox");
  await outbox.deleteMany({ _id: { $in: rows.map(({ id }) => id) } });
  const [event] = rows[0]!.id.split("/");
  await node.as(system, actions.writeOfCancellation, {
    mission: "kobe",
    event: event!,
    at: start.toISOString(),
  });
  await letters(2);
  const old = { event: "999.0", at: new Date(start.getTime() - 8 * dayMs).toISOString() };
  await node.as(system, actions.writeOfCancellation, { mission: "kobe", ...old });
  await letters(0);
});
