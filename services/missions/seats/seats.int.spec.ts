import logService from "#services/log/log.service.ts";
import { inRole } from "#shared/access/principal.ts";
import { manualClock } from "#shared/clock/clock.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import { identity } from "../../identity/identity.contract.ts";
import identityService from "../../identity/identity.service.ts";
import { partnerships } from "../../partnerships/partnerships.contract.ts";
import partnershipsService from "../../partnerships/partnerships.service.ts";
import { missions } from "../missions.contract.ts";
import missionsService from "../missions.service.ts";
import { member, officer, planOf } from "../missions.testing.ts";

const { actions } = missions;
const start = new Date("2026-11-23T09:00:00Z");
const clock = manualClock(start);
const admin = inRole("admin", "admin-1", "office");
let node: TestNode;

beforeAll(async () => {
  const services = [logService, identityService, partnershipsService, missionsService];
  node = await startNode({ services, clock });
  await node.as(officer, actions.planMission, { id: "ceara", ...planOf({ capacity: 2 }) });
  await node.settled();
});
afterAll(() => node.stop());

it("takes a claim, keeps the list in order and gives a free seat to the next in line", async () => {
  const claim = (company: string, seats = 1) =>
    node.as(member(company), actions.claim, { mission: "ceara", company, seats });
  expect(await claim("zandbank")).toMatchObject({ state: "confirmed" });
  expect(await claim("kielzog")).toMatchObject({ state: "confirmed" });
  expect(await claim("duinpoort")).toMatchObject({ state: "waiting", place: 1 });
  expect(await claim("bruinvis")).toMatchObject({ state: "waiting", place: 2 });
  const withdrawn = await node.as(member("zandbank"), actions.withdraw, {
    mission: "ceara",
    company: "zandbank",
  });
  expect(withdrawn).toEqual({ state: "withdrawn", position: expect.any(Number) });
  await node.settled();
  const { rows } = (await node.as(officer, actions.entries, { mission: "ceara", limit: 100 })) as any;
  expect(rows.map((row: any) => [row.company, row.state, row.place])).toEqual([
    ["kielzog", "confirmed", undefined],
    ["duinpoort", "confirmed", undefined],
    ["bruinvis", "waiting", 1],
    ["zandbank", "withdrawn", undefined],
  ]);
  expect(await node.as(officer, actions.mission, { id: "ceara" })).toMatchObject({
    taken: 2,
    waiting: 1,
    state: "open",
  });
});

it("answers a repeated key with the first reply, and another body under it with a refusal", async () => {
  const claim = (seats: number) =>
    node.answer(
      member("polderlicht"),
      actions.claim,
      { mission: "ceara", company: "polderlicht", seats },
      "a-key-of-the-client",
    );
  const first = await claim(1);
  const again = await claim(1);
  expect(again).toEqual({ ...first, replayed: true });
  expect((await claim(2)).reply).toEqual({ refused: "key-reused", params: {} });
});

describe("what does not exist", () => {
  const notFound = { refused: "not-found", params: {} };

  it("a mission: nobody signs up for it or withdraws, and nobody reads of it", async () => {
    const own = { mission: "atlantis", company: "zandbank" };
    const zandbank = member("zandbank");
    expect(await node.as(zandbank, actions.claim, { ...own, seats: 1 })).toEqual(notFound);
    expect(await node.as(zandbank, actions.withdraw, own)).toEqual(notFound);
    expect(await node.as(zandbank, actions.ownEntry, own)).toEqual(notFound);
    expect(await node.as(officer, actions.entries, { mission: "atlantis", limit: 10 })).toEqual(notFound);
    expect(await node.as(officer, actions.missionTimeline, { id: "atlantis" })).toEqual(notFound);
  });

  it("a registration: the office reads no story of it", async () => {
    const { registrationTimeline } = partnerships.actions;
    expect(await node.as(officer, registrationTimeline, { id: "atlantis" })).toEqual(notFound);
  });

  it("a company: the office signs none up that there is not", async () => {
    const claim = (company: string) =>
      node.as(officer, actions.claim, { mission: "ceara", company, seats: 1 });
    const unknown = { refused: "missions.company-unknown", params: { company: "nobody-at-all" } };
    expect(await claim("nobody-at-all")).toEqual(unknown);
    const data = { name: "Slikwater", kind: "company", country: "BE", size: "sme" } as const;
    await node.as(admin, identity.actions.admitOrganisation, { id: "slikwater", ...data });
    await node.settled();
    expect(await claim("slikwater")).toMatchObject({ position: expect.any(Number) });
  });

  it("a company: neither the office nor a foreign cluster is one", async () => {
    for (const kind of ["office", "cluster"] as const) {
      const data = { name: kind, kind, country: "JP", size: "none" } as const;
      await node.as(admin, identity.actions.admitOrganisation, { id: `a-${kind}`, ...data });
      await node.settled();
      const own = inRole("officer", "leen", `a-${kind}`, Date.now());
      const claim = { mission: "ceara", company: `a-${kind}`, seats: 1 };
      expect(await node.as(own, actions.claim, claim)).toMatchObject({ refused: "missions.company-unknown" });
    }
  });
});

it("K1: says what may be done about the seats, by whom and while it may", async () => {
  const mission = "gdansk";
  const early = { signUpOpensAt: "2026-11-23T10:00:00.000Z", signUpClosesAt: "2026-11-23T11:00:00.000Z" };
  await node.as(officer, actions.planMission, { id: mission, ...planOf(early) });
  await node.settled();
  const auditor = inRole("auditor", "auditor-1", "getijkracht");
  const zandbank = member("zandbank");
  const told = async () => {
    const own: any = await node.as(zandbank, actions.ownEntry, { mission, company: "zandbank" });
    const [all, read]: any[] = await Promise.all(
      [officer, auditor].map((who) => node.as(who, actions.entries, { mission, limit: 10 })),
    );
    const ofRows = (rows: any[]) => rows.flatMap(({ abilities }) => abilities);
    return {
      own: [...own.abilities, ...(own.entry?.abilities ?? [])],
      office: [...all.abilities, ...ofRows(all.rows)],
      auditor: [...read.abilities, ...ofRows(read.rows)],
    };
  };
  expect(await told()).toEqual({ own: [], office: [], auditor: [] });
  clock.set(new Date("2026-11-23T10:30:00Z"));
  expect(await told()).toEqual({ own: ["claim"], office: ["claim"], auditor: [] });
  await node.as(zandbank, actions.claim, { mission, company: "zandbank", seats: 1 });
  await node.settled();
  const own = ["withdraw", "change", "ask-more"];
  expect(await told()).toEqual({ own, office: ["claim", ...own], auditor: [] });
  clock.set(new Date("2026-11-23T12:00:00Z"));
  const fewer = ["withdraw", "change"];
  expect(await told()).toEqual({ own: fewer, office: fewer, auditor: [] });
  clock.set(new Date("2027-01-07T12:00:00Z"));
  expect(await told()).toEqual({ own: [], office: [], auditor: [] });
  clock.set(start);
});

it("hides another company's entry", async () => {
  const input = { mission: "ceara", company: "kielzog" };
  expect(await node.as(member("zandbank"), actions.withdraw, input)).toEqual({
    refused: "not-found",
    params: {},
  });
});

it("shows no seat of a cancelled mission as taken, nor anyone waiting: their entries are cancelled with it", async () => {
  const mission = "cancelled";
  const { position } = (await node.as(officer, actions.planMission, {
    id: mission,
    ...planOf({ capacity: 1 }),
  })) as { position: number };
  await node.settled();
  const entriesOf = async (state?: "confirmed" | "waiting" | "withdrawn" | "cancelled") => {
    const input = { mission, limit: 100, ...(state && { state }) };
    const { rows } = (await node.as(officer, actions.entries, input)) as any;
    return rows.map((row: any) => [row.company, row.state, row.place]);
  };
  for (const company of ["zandbank", "kielzog", "duinpoort"])
    await node.as(member(company), actions.claim, { mission, company, seats: 1 });
  await node.as(member("duinpoort"), actions.withdraw, { mission, company: "duinpoort" });
  await node.settled();
  expect(await entriesOf("waiting")).toEqual([["kielzog", "waiting", 1]]);
  expect(await entriesOf("cancelled")).toEqual([]);
  await node.as(officer, actions.cancelMission, { id: mission, version: position });
  await node.settled();
  const cancelled = [
    ["zandbank", "cancelled", undefined],
    ["kielzog", "cancelled", undefined],
  ];
  expect(await entriesOf()).toEqual([...cancelled, ["duinpoort", "withdrawn", undefined]]);
  expect(await entriesOf("cancelled")).toEqual(cancelled);
  expect([...(await entriesOf("confirmed")), ...(await entriesOf("waiting"))]).toEqual([]);
  expect(await entriesOf("withdrawn")).toEqual([["duinpoort", "withdrawn", undefined]]);
  for (const [company, state] of Object.entries({ kielzog: "cancelled", duinpoort: "withdrawn" })) {
    const { entry } = (await node.as(member(company), actions.ownEntry, { mission, company })) as any;
    expect([entry.state, entry.place]).toEqual([state, undefined]);
  }
  expect(await node.as(officer, actions.mission, { id: mission })).toMatchObject({
    state: "cancelled",
    taken: 0,
    waiting: 0,
  });
});

it("C10: places on the waiting list go on from page to page", async () => {
  await node.as(officer, actions.planMission, { id: "piaui", ...planOf({ capacity: 1 }) });
  await node.settled();
  for (const company of ["zandbank", "kielzog", "duinpoort", "bruinvis"])
    await node.as(member(company), actions.claim, { mission: "piaui", company, seats: 1 });
  await node.settled();
  const page = (after?: number) =>
    node.as(officer, actions.entries, { mission: "piaui", limit: 2, ...(after && { after }) }) as any;
  const first = await page();
  expect(first.rows.map((row: any) => row.place)).toEqual([undefined, 1]);
  expect((await page(first.next)).rows.map((row: any) => row.place)).toEqual([2, 3]);
});

it("C10: tells who was passed over when, and how many seats were free then", async () => {
  const mission = "natal";
  await node.as(officer, actions.planMission, { id: mission, ...planOf({ capacity: 4 }) });
  await node.settled();
  const claim = (company: string, seats: number, least = seats) =>
    node.as(member(company), actions.claim, { mission, company, seats, least });
  const skipped = async (company: string) => {
    const { entry } = (await node.as(member(company), actions.ownEntry, { mission, company })) as any;
    return entry.skipped;
  };
  expect(await claim("zandbank", 2)).toMatchObject({ state: "confirmed", seats: 2 });
  expect(await claim("kielzog", 4, 3)).toMatchObject({ state: "waiting", seats: 4, place: 1 });
  clock.set(new Date("2026-11-23T10:00:00Z"));
  expect(await claim("duinpoort", 3, 1)).toMatchObject({ state: "confirmed", seats: 2 });
  clock.set(new Date("2026-11-23T11:00:00Z"));
  expect(await claim("bruinvis", 1)).toMatchObject({ state: "waiting", place: 2 });
  await node.settled();
  const first = { at: "2026-11-23T10:00:00.000Z", free: 2 };
  expect(await skipped("kielzog")).toEqual({ times: 1, last: [first] });
  expect(await skipped("bruinvis")).toEqual({ times: 0, last: [] });

  clock.set(new Date("2026-11-23T12:00:00Z"));
  const fewer = { mission, company: "duinpoort", seats: 1 };
  expect(await node.as(member("duinpoort"), actions.changeEntry, fewer)).toMatchObject({ seats: 1 });
  await node.settled();
  const second = { at: "2026-11-23T12:00:00.000Z", free: 1 };
  expect(await skipped("kielzog")).toEqual({ times: 2, last: [second, first] });
  const { rows } = (await node.as(officer, actions.entries, { mission, limit: 10 })) as any;
  const shown = rows.map((row: any) => [row.company, row.state, row.seats, row.asked, row.skipped?.times]);
  expect(shown).toEqual([
    ["zandbank", "confirmed", 2, 2, undefined],
    ["kielzog", "waiting", 4, 4, 2],
    ["duinpoort", "confirmed", 1, 1, undefined],
    ["bruinvis", "confirmed", 1, 1, undefined],
  ]);
  expect(await node.as(officer, actions.mission, { id: mission })).toMatchObject({ taken: 4, waiting: 1 });
  clock.set(start);
});
