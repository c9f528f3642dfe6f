import identityService from "#services/identity/identity.service.ts";
import logService from "#services/log/log.service.ts";
import { manualClock } from "#shared/clock/clock.ts";
import { eventsOf } from "#shared/log/events.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import { missions } from "../../missions.contract.ts";
import missionsService from "../../missions.service.ts";
import { member, officer, planOf } from "../../missions.testing.ts";
import { evolve, free, initial, type SeatEvent } from "../seats.ts";

const { actions } = missions;
const start = new Date("2026-11-23T09:00:00Z");
const clock = manualClock(start);
let node: TestNode;

beforeAll(async () => {
  node = await startNode({ services: [logService, identityService, missionsService], clock });
});
beforeEach(() => clock.set(start));
afterAll(() => node.stop());

async function plan(mission: string, capacity: number) {
  await node.as(officer, actions.planMission, { id: mission, ...planOf({ capacity }) });
  await node.settled();
  const ask =
    (action: "claim" | "hold") =>
    (company: string, seats: number, own: object = {}) =>
      node.as(member(company), actions[action], { mission, company, seats, ...own });
  const own = (company: string) => node.as(member(company), actions.ownHold, { mission, company });
  const state = async (company: string) =>
    ((await node.as(member(company), actions.ownEntry, { mission, company })) as any).entry?.state;
  return { claim: ask("claim"), hold: ask("hold"), own, state };
}

it("C9: holds seats for twenty minutes, shows how long, and gives them to who confirms", async () => {
  const { claim, hold, own } = await plan("aracaju", 3);
  const endsAt = "2026-11-23T09:20:00.000Z";
  expect(await hold("zandbank", 2)).toMatchObject({ seats: 2, endsAt });
  await node.settled();
  expect(await own("zandbank")).toEqual({
    hold: {
      ...{ company: "zandbank", companyName: "zandbank", seats: 2, asked: 2, least: 2, endsAt },
      abilities: ["extend"],
    },
    now: start.toISOString(),
  });
  expect(await node.as(officer, actions.mission, { id: "aracaju" })).toMatchObject({ taken: 0, held: 2 });
  expect(await claim("kielzog", 2)).toMatchObject({ state: "waiting" });
  expect(await claim("zandbank", 2, { held: true })).toMatchObject({ state: "confirmed" });
  await node.settled();
  expect(await own("zandbank")).toMatchObject({ hold: null });
  expect(await node.as(officer, actions.holds, { mission: "aracaju", limit: 10 })).toMatchObject({
    rows: [],
  });
  expect(await node.as(officer, actions.mission, { id: "aracaju" })).toMatchObject({ taken: 2, held: 0 });
});

it("C9: offers what was held to the next in line within a second of its end, and refuses a late confirmation", async () => {
  const { claim, hold, state } = await plan("maceio", 2);
  await hold("zandbank", 2);
  expect(await claim("kielzog", 2)).toMatchObject({ state: "waiting" });
  await node.settled();
  clock.set(new Date("2026-11-23T09:19:59.999Z"));
  await node.settled();
  expect(await state("kielzog")).toBe("waiting");

  clock.set(new Date("2026-11-23T09:20:00.000Z"));
  const ended = performance.now();
  while ((await state("kielzog")) !== "confirmed" && performance.now() - ended < 10_000)
    await new Promise((done) => setTimeout(done, 20));
  expect(performance.now() - ended).toBeLessThan(1_000);
  const late = await claim("zandbank", 2, { held: true });
  expect(late).toEqual({ refused: "missions.hold-over", params: { free: 0, place: 1 } });
  expect(await claim("zandbank", 2)).toMatchObject({ state: "waiting", place: 1 });
});

it("C9: extends once, and ends at the later moment only", async () => {
  const { hold, own } = await plan("fortim", 1);
  const extend = () =>
    node.as(member("zandbank"), actions.extendHold, { mission: "fortim", company: "zandbank" });
  await hold("zandbank", 1);
  const endsAt = "2026-11-23T09:40:00.000Z";
  expect(await extend()).toMatchObject({ endsAt });
  expect(await extend()).toEqual({ refused: "missions.held-no-longer", params: { endsAt } });
  clock.set(new Date("2026-11-23T09:30:00Z"));
  await node.settled();
  expect(await own("zandbank")).toMatchObject({ hold: { endsAt, abilities: [] } });
  clock.set(new Date(endsAt));
  expect(await own("zandbank")).toMatchObject({ hold: null });
  expect(await extend()).toEqual({ refused: "missions.no-hold", params: {} });
});

it("C9: is nobody else's, and there is none of what there is not", async () => {
  await plan("jericoacoara", 1);
  const own = { mission: "jericoacoara", company: "zandbank" };
  const notFound = { refused: "not-found", params: {} };
  for (const action of [actions.ownHold, actions.extendHold])
    expect(await node.as(member("kielzog"), action, own)).toEqual(notFound);
  expect(await node.as(member("kielzog"), actions.hold, { ...own, seats: 1 })).toEqual(notFound);
  const gone = { mission: "atlantis", company: "zandbank" };
  for (const action of [actions.ownHold, actions.extendHold])
    expect(await node.as(member("zandbank"), action, gone)).toEqual(notFound);
  expect(await node.as(member("zandbank"), actions.hold, { ...gone, seats: 1 })).toEqual(notFound);
  expect(await node.as(officer, actions.holds, { mission: "atlantis", limit: 10 })).toEqual(notFound);
});

it("C11: a crowd that holds, claims, extends and gives back at once, while holds end, is never given too much", async () => {
  const capacity = 20;
  const { claim, hold } = await plan("camocim", capacity);
  const mission = "camocim";
  const crowd = Array.from({ length: 150 }, (_, n) => `company-${n}`);
  const one = async (company: string, n: number) => {
    const own = { mission, company };
    if (n % 3) await hold(company, 1 + (n % 3), { least: 1 });
    if (n % 5 === 0) await node.as(member(company), actions.extendHold, own);
    if (n === 75) clock.set(new Date("2026-11-23T09:21:00Z"));
    await claim(company, 1 + (n % 3), { least: 1, held: n % 4 === 1 });
    if (n % 7 === 0) await node.as(member(company), actions.withdraw, own);
    if (n % 6 === 0) await node.as(member(company), actions.changeEntry, { ...own, seats: 1 });
  };
  await Promise.all(crowd.map(one));
  clock.set(new Date("2026-11-23T10:00:00Z"));
  await node.settled();
  const commits = await node.kernel.log.find({}).sort({ _id: 1 }).toArray();
  const events = commits.flatMap(eventsOf).filter(({ stream }) => stream === `seats/${mission}`);
  let state = initial;
  for (const { type, data } of events) {
    state = evolve(state, { type, data } as SeatEvent);
    expect(free(state)).toBeGreaterThanOrEqual(0);
  }
  expect(state.taken).toBe(capacity);
  expect(state.held).toBe(0);
  const { confirmed, waiting } = state;
  expect([...confirmed.keys()].filter((company) => waiting.has(company))).toEqual([]);
  expect(await node.as(officer, actions.mission, { id: mission })).toMatchObject({
    ...{ taken: capacity, held: 0, waiting: waiting.size },
  });
});
