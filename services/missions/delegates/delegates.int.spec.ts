import { identity } from "#services/identity/identity.contract.ts";
import identityService from "#services/identity/identity.service.ts";
import logService from "#services/log/log.service.ts";
import mailService from "#services/mail/mail.service.ts";
import partnershipsService from "#services/partnerships/partnerships.service.ts";
import settingsService from "#services/settings/settings.service.ts";
import { inRole, type Principal } from "#shared/access/principal.ts";
import { hashOf } from "#shared/access/secrets.ts";
import { manualClock } from "#shared/clock/clock.ts";
import type { Output } from "#shared/contract/contract.ts";
import { documentsOf } from "#shared/documents/collection.ts";
import { database } from "#shared/mongo/connect.ts";
import { batchesOf } from "#shared/reads/batches.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import { missions } from "../missions.contract.ts";
import missionsService from "../missions.service.ts";
import { member, officer, planOf } from "../missions.testing.ts";

const { actions } = missions;
const start = new Date("2026-11-23T09:00:00Z");
const clock = manualClock(start);
const admin = inRole("admin", "admin-1", "office");
const notFound = { refused: "not-found", params: {} };
const mission = "recife";
const zandbank = { mission, company: "zandbank" };
let node: TestNode;

beforeAll(async () => {
  const others = [logService, identityService, mailService, partnershipsService, settingsService];
  const config = { publicUrl: "https://portal.example.org/", demo: false };
  node = await startNode({ services: [...others, missionsService], clock, config });
  for (const id of ["zandbank", "kielzog"])
    await node.as(admin, identity.actions.admitOrganisation, {
      ...({ id, kind: "company", name: `${id} nv`, country: "BE", size: "sme" } as const),
    });
  await node.settled();
  await node.as(officer, actions.planMission, { id: mission, ...planOf({ capacity: 8 }) });
  await node.settled();
  for (const company of ["zandbank", "kielzog"])
    await node.as(member(company), actions.claim, { mission, company, seats: 2 });
  await node.settled();
});
beforeEach(() => clock.set(start));
afterAll(() => node.stop());

type Own = { instead?: string; company?: string; who?: Principal };

async function name(called: string, { company = "zandbank", who = member(company), instead }: Own = {}) {
  const details = { name: called, email: `${called}@${company}.example`, role: "Engineer", language: "fr" };
  const asked = { mission, company, ...details, ...(instead && { instead }) };
  const reply = (await node.as(who, actions.nameDelegate, asked)) as any;
  await node.settled();
  return reply;
}

const listed = async (who: Principal = member("zandbank")) =>
  (await node.as(who, actions.delegates, zandbank)) as Output<typeof actions.delegates>;

const outbox = () => database(node.kernel.mongo).collection<any>("mail.outbox");

/** What the link of their letter opens, as the gateway finds out. */
async function linkOf(delegate: string) {
  const letter = await outbox().findOne({ subject: `delegate/${delegate}` });
  const [page, secret = ""] = letter!.params.link!.split(`#${mission}.${delegate}.`);
  expect([page, letter!.language]).toEqual(["https://portal.example.org/delegate", "fr"]);
  const opens = () =>
    node.as({ kind: "system", system: "gateway" }, actions.delegateOfLink, { linkHash: hashOf(secret) });
  return { opens, who: { kind: "delegate-link", delegate, company: "zandbank" } as const };
}

const answers = { passportName: "Ann Maria Peeters", telephone: "+32 470 00 00 00", listed: true };
const own = (who: Principal, delegate: string) =>
  node.as(who, actions.delegateOfOwnLink, { mission, delegate });
const fillIn = (who: Principal, delegate: string, more: object = {}) =>
  node.as(who, actions.answerByLink, { mission, delegate, ...answers, ...more });
const takeOff = (delegate: string) =>
  node.as(member("zandbank"), actions.removeDelegate, { ...zandbank, delegate });

it("C5: names who takes its seats, swaps them and takes them off, and keeps the seats", async () => {
  const { delegate: ann } = await name("ann");
  expect(await listed()).toEqual({
    rows: [
      {
        ...{ delegate: ann, name: "ann", email: "ann@zandbank.example", role: "Engineer" },
        ...{ done: false, byOffice: false },
      },
    ],
    ...{ seats: 2, until: "2026-12-15T16:00:00.000Z", abilities: ["name", "remove"] },
  });
  const { delegate: bor } = await name("bor", { who: officer });
  expect(await name("cas")).toEqual({ refused: "missions.every-seat-named", params: { seats: 2 } });
  const { delegate: cas } = await name("cas", { instead: ann });
  const { rows, seats } = await listed();
  expect([seats, ...rows.map(({ delegate, byOffice }) => [delegate, byOffice])]).toEqual([
    2,
    [bor, true],
    [cas, false],
  ]);
  clock.set(new Date("2026-12-16T09:00:00Z"));
  expect(await name("dre", { instead: cas })).toMatchObject({ refused: "missions.naming-closed" });
  expect((await listed()).abilities).toEqual(["remove"]);
  expect((await listed(officer)).abilities).toEqual(["name", "remove"]);
  for (const one of [bor, cas]) expect(await takeOff(one)).not.toHaveProperty("refused");
  await node.settled();
  expect(await listed()).toMatchObject({ rows: [], seats: 2 });
});

it("C5: is nobody else's, and there is none of what there is not", async () => {
  const { delegate } = await name("ann");
  for (const action of [actions.delegates, actions.nameDelegate, actions.removeDelegate]) {
    const input = { ...zandbank, delegate, name: "x", email: "x@x.example", role: "x", language: "nl" };
    const { properties } = action.input;
    const asked = Object.fromEntries(Object.entries(input).filter(([field]) => field in properties));
    expect(await node.as(member("kielzog"), action as never, asked as never)).toEqual(notFound);
    const gone = { ...asked, mission: "atlantis" };
    expect(await node.as(member("zandbank"), action as never, gone as never)).toEqual(notFound);
  }
  expect(
    await node.as(member("kielzog"), actions.removeDelegate, { ...zandbank, company: "kielzog", delegate }),
  ).toEqual({
    refused: "missions.no-such-delegate",
    params: {},
  });
  await takeOff(delegate);
});

it("C5: however many are named at once, while seats are given back, there are never more than seats", async () => {
  const crowd = Array.from({ length: 12 }, (_, n) => `person-${n}`);
  const fewer = node.as(member("kielzog"), actions.changeEntry, { mission, company: "kielzog", seats: 1 });
  const replies = await Promise.all(crowd.map((one) => name(one, { company: "kielzog" })));
  const named = replies.filter(({ delegate }) => delegate);
  const reply = (await fewer) as { seats?: number; refused?: string };
  const seats = reply.seats ?? 2;
  expect(named).toHaveLength(seats);
  const shown = { mission, company: "kielzog" };
  const { rows } = (await node.as(member("kielzog"), actions.delegates, shown)) as any;
  expect(rows).toHaveLength(seats);
});

it("C6: a delegate fills in their own data; the company sees that they have, the office what the journey needs", async () => {
  const { delegate } = await name("ann");
  const link = await linkOf(delegate);
  expect(await link.opens()).toEqual({ who: { delegate, company: "zandbank" } });
  expect(await own(link.who, delegate)).toMatchObject({
    ...{ name: "ann", companyName: "zandbank nv", keptUntil: "2027-02-06", abilities: ["answer"] },
  });
  await fillIn(link.who, delegate, { diet: "No gluten", access: "A lift" });
  await node.settled();
  expect(await own(link.who, delegate)).toMatchObject({ answers: { ...answers, diet: "No gluten" } });
  const { rows } = await listed();
  expect(rows.map(({ done }) => done)).toEqual([true]);
  expect(JSON.stringify(rows)).not.toMatch(/gluten|lift|Peeters|470/);

  const page = { mission, limit: 10 };
  const office = (await node.as(officer, actions.missionDelegates, page)) as any;
  expect(office.rows.find((row: any) => row.delegate === delegate)).toMatchObject({
    ...{ ...answers, name: "ann", done: true, companyName: "zandbank nv" },
  });
  expect(JSON.stringify(office)).not.toMatch(/gluten|lift/);
  expect(await node.as(officer, actions.delegateNeeds, page)).toEqual({
    rows: [{ delegate, companyName: "zandbank nv", name: "ann", diet: "No gluten", access: "A lift" }],
  });
  const batches = await batchesOf(node.kernel.mongo).find({}).lean();
  const reads = batches.flatMap((batch) => batch.reads).map(({ action, record }) => `${action} ${record}`);
  expect(reads).toContain(`missions.delegateNeeds missions/${mission}`);
  for (const role of ["auditor", "admin", "fund-manager", "member"] as const)
    for (const action of [actions.missionDelegates, actions.delegateNeeds])
      expect(await node.as(inRole(role, "someone", "zandbank"), action, page)).toMatchObject({
        refused: "not-allowed",
      });
  await takeOff(delegate);
});

it("C6: an online mission asks for less, says so in its letter, and takes nothing else", async () => {
  const online = { ...zandbank, mission: "ulsan" };
  await node.as(officer, actions.planMission, { id: "ulsan", ...planOf({ online: true, perCompany: 1 }) });
  await node.settled();
  await node.as(member("zandbank"), actions.claim, { ...online, seats: 1 });
  const details = { name: "eva", email: "eva@zandbank.example", role: "Engineer", language: "fr" };
  const { delegate } = (await node.as(member("zandbank"), actions.nameDelegate, {
    ...{ ...online, ...details },
  })) as { delegate: string };
  await node.settled();
  const letter = await outbox().findOne({ subject: `delegate/${delegate}` });
  expect(letter!.template).toBe("delegate-named-online");
  const who = { kind: "delegate-link", delegate, company: "zandbank" } as const;
  const asked = { mission: "ulsan", delegate };
  const shown = () => node.as(who, actions.delegateOfOwnLink, asked);
  expect(await shown()).toMatchObject({ online: true, asked: ["telephone", "listed"] });
  const refused = { refused: "missions.not-asked-online", params: {} };
  expect(await node.as(who, actions.answerByLink, { ...asked, ...answers })).toEqual(refused);
  await node.settled();
  expect(await shown()).not.toHaveProperty("answers");
  const { passportName: _, ...enough } = answers;
  expect(await node.as(who, actions.answerByLink, { ...asked, ...enough })).not.toHaveProperty("refused");
  await node.settled();
  expect(await shown()).toMatchObject({ answers: enough });
});

it("C6: a journey needs the name in the passport", async () => {
  const { delegate } = await name("ann");
  const { who } = await linkOf(delegate);
  const { passportName: _, ...less } = answers;
  const asked = { mission, delegate, ...less };
  const refused = { refused: "missions.passport-name-missing", params: {} };
  expect(await node.as(who, actions.answerByLink, asked)).toEqual(refused);
  await node.settled();
  expect(await own(who, delegate)).not.toHaveProperty("answers");
  await takeOff(delegate);
  await node.settled();
});

it("C5: with what a company has on a mission it is said how many are named for it, to the office too", async () => {
  const entryOf = async () => ((await node.as(member("zandbank"), actions.ownEntry, zandbank)) as any).entry;
  const inList = async () => {
    const { rows } = (await node.as(officer, actions.entries, { mission, limit: 10 })) as any;
    return rows.find(({ company }: any) => company === "zandbank").named;
  };
  expect([(await entryOf()).named, await inList()]).toEqual([0, 0]);
  const { delegate } = await name("ann");
  expect([(await entryOf()).named, await inList()]).toEqual([1, 1]);
  await takeOff(delegate);
  await node.settled();
  expect([(await entryOf()).named, await inList()]).toEqual([0, 0]);
});

it("C6: what somebody takes back is gone at once, and asking twice changes nothing", async () => {
  const { delegate } = await name("ann");
  const { who } = await linkOf(delegate);
  const ask = (key: string, more: object) =>
    node.as(who, actions.answerByLink, { mission, delegate, ...answers, ...more }, key);
  const first = await ask("a-double-click-of-saving", { diet: "No nuts" });
  expect(await ask("a-double-click-of-saving", { diet: "No nuts" })).toEqual(first);
  await node.settled();
  expect(await own(who, delegate)).toMatchObject({ answers: { diet: "No nuts" } });
  await fillIn(who, delegate);
  await node.settled();
  expect(((await own(who, delegate)) as any).answers).toEqual(answers);
  const kept = await documentsOf<any>(node.kernel.mongo, "missions")
    .find({ subject: `delegate/${delegate}`, kind: "answers" })
    .lean();
  expect(kept.filter(({ pending }) => !pending).map(({ doc }) => doc)).toEqual([answers]);
  await takeOff(delegate);
});

it("C6: a link opens one's own data alone, and nothing from the moment in which another goes", async () => {
  const [ann, bor] = [await name("ann"), await name("bor")];
  const [anns, bors] = [await linkOf(ann.delegate), await linkOf(bor.delegate)];
  expect(await own(anns.who, bor.delegate)).toEqual(notFound);
  expect(await fillIn(anns.who, bor.delegate)).toEqual(notFound);
  expect(await own(anns.who, "no-such-delegate")).toEqual(notFound);
  const asked = { mission: "atlantis", delegate: ann.delegate };
  expect(await node.as(anns.who, actions.delegateOfOwnLink, asked)).toEqual(notFound);
  expect(await listed(anns.who)).toMatchObject({ refused: "not-allowed" });

  await fillIn(anns.who, ann.delegate);
  const cas = node.as(member("zandbank"), actions.nameDelegate, {
    ...{ ...zandbank, name: "cas", email: "cas@zandbank.example", role: "Engineer", language: "fr" },
    instead: ann.delegate,
  });
  await cas;
  expect(await fillIn(anns.who, ann.delegate)).toEqual(notFound);
  await node.settled();
  expect(await own(anns.who, ann.delegate)).toEqual(notFound);
  expect(await anns.opens()).toEqual({});
  expect(await bors.opens()).toMatchObject({ who: { delegate: bor.delegate } });
  const about = { subject: `delegate/${ann.delegate}` as const };
  expect(await documentsOf(node.kernel.mongo, "missions").countDocuments(about)).toBe(0);
  expect(await outbox().countDocuments(about)).toBe(0);

  await node.as(member("zandbank"), actions.withdraw, zandbank);
  await node.settled();
  expect(await bors.opens()).toEqual({});
});

it("C6: no word of or about a delegate stands in the log", async () => {
  const commits = JSON.stringify(await node.kernel.log.find({}).toArray());
  expect(commits).toContain("DelegateAnswered");
  expect(commits).not.toMatch(/zandbank\.example|Peeters|gluten|nuts|Engineer|\+32 470/);
});
