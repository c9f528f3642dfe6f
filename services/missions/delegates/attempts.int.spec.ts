import { identity } from "#services/identity/identity.contract.ts";
import identityService from "#services/identity/identity.service.ts";
import logService from "#services/log/log.service.ts";
import mailService from "#services/mail/mail.service.ts";
import partnershipsService from "#services/partnerships/partnerships.service.ts";
import settingsService from "#services/settings/settings.service.ts";
import { inRole } from "#shared/access/principal.ts";
import { manualClock } from "#shared/clock/clock.ts";
import { newId } from "#shared/ids.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import { missions } from "../missions.contract.ts";
import missionsService from "../missions.service.ts";
import { member, officer, planOf } from "../missions.testing.ts";
import { attemptsOf, mostLetters } from "./attempts.ts";

const { actions } = missions;
const start = new Date("2026-11-23T09:00:00Z");
const dayMs = 24 * 60 * 60_000;
const clock = manualClock(start);
const admin = inRole("admin", "admin-1", "office");
const mission = "olinda";
const seats = 50;
const enough = {
  refused: "missions.delegate-letters-enough",
  params: { until: "2026-11-24T00:00:00.000Z" },
};
let node: TestNode;

beforeAll(async () => {
  const others = [logService, identityService, mailService, partnershipsService, settingsService];
  node = await startNode({ services: [...others, missionsService], clock });
  const companies = ["zandbank", "kielzog", "duinpoort"];
  for (const id of companies)
    await node.as(admin, identity.actions.admitOrganisation, {
      ...({ id, kind: "company", name: `${id} nv`, country: "BE", size: "sme" } as const),
    });
  await node.settled();
  await node.as(officer, actions.planMission, { id: mission, ...planOf({ capacity: 150 }) });
  await node.settled();
  for (const company of companies) await node.as(member(company), actions.claim, { mission, company, seats });
  await node.settled();
});
beforeEach(async () => {
  clock.set(start);
  await attemptsOf(node.kernel.mongo).deleteMany({});
});
afterAll(() => node.stop());

const as = (company: string) => ({ mission, company });
const name = (email: string, company = "zandbank", key = newId()) => {
  const details = { name: "An", email, role: "Engineer", language: "nl" };
  return node.as(member(company), actions.nameDelegate, { ...as(company), ...details }, key) as Promise<any>;
};
const takeOff = (delegate: string, company = "zandbank") =>
  node.as(member(company), actions.removeDelegate, { ...as(company), delegate });
const listed = async (company: string): Promise<{ delegate: string }[]> => {
  await node.settled();
  return ((await node.as(member(company), actions.delegates, as(company))) as any).rows;
};
async function takeAllOff(company = "zandbank") {
  await Promise.all((await listed(company)).map(({ delegate }) => takeOff(delegate, company)));
  expect(await listed(company)).toEqual([]);
}

it("C5: sends one address so many letters a day, whoever names it, however it is written and whoever is taken off", async () => {
  const ways = ["often@x.example", "Often@X.example", "often+fairs@x.example"];
  for (let n = 0; n < mostLetters.toAddress; n++) {
    const company = n % 2 ? "kielzog" : "zandbank";
    const { delegate } = await name(ways[n % ways.length]!, company);
    expect(await takeOff(delegate, company)).not.toHaveProperty("refused");
  }
  for (const way of ways)
    for (const one of ["zandbank", "duinpoort"]) expect(await name(way, one)).toEqual(enough);
  for (const one of ["zandbank", "kielzog", "duinpoort"]) expect(await listed(one)).toEqual([]);
  expect(await name("seldom@x.example")).toHaveProperty("delegate");
  clock.advance(dayMs);
  expect(await name("often@x.example")).toHaveProperty("delegate");
  await takeAllOff();
});

it("C5: counts what comes at once, so that of many letters to one address no more go out", async () => {
  const replies = await Promise.all(Array.from({ length: 30 }, () => name("crowd@x.example")));
  expect(replies.filter(({ delegate }) => delegate)).toHaveLength(mostLetters.toAddress);
  expect(replies.filter(({ refused }) => refused)).toEqual(Array(20).fill(enough));
  expect(await listed("zandbank")).toHaveLength(mostLetters.toAddress);
  await takeAllOff();
});

it("C5: sends so many letters a day for one company, and keeps no other from naming", async () => {
  const crowd = (round: number) => Array.from({ length: seats }, (_, n) => `p${round}-${n}@x.example`);
  for (let round = 0; round < mostLetters.forCompany / seats; round++) {
    const replies = await Promise.all(crowd(round).map((email) => name(email)));
    expect(replies.filter(({ delegate }) => delegate)).toHaveLength(seats);
    await takeAllOff();
  }
  expect(await name("one-more@x.example")).toEqual(enough);
  expect(await name("one-more@x.example", "kielzog")).toHaveProperty("delegate");
  await takeAllOff("kielzog");
});

it("C5: counts no letter that does not go out, and says the same again to the same key", async () => {
  const none = { ...as("bruinvis"), name: "An", email: "none@x.example", role: "Engineer", language: "nl" };
  for (let n = 0; n < 2 * mostLetters.toAddress; n++)
    expect(await node.as(member("bruinvis"), actions.nameDelegate, none)).toMatchObject({
      refused: "missions.no-seats-to-name-for",
    });
  for (let n = 1; n < mostLetters.toAddress; n++) await name("none@x.example");
  const last = await name("none@x.example", "zandbank", "a-double-click-of-naming");
  expect(last).toHaveProperty("delegate");
  expect(await name("none@x.example")).toEqual(enough);
  expect(await name("none@x.example", "zandbank", "a-double-click-of-naming")).toEqual(last);
  await takeAllOff();
  const once = await name("once@x.example", "zandbank", "a-naming-that-is-repeated");
  const again = () => name("once@x.example", "zandbank", "a-naming-that-is-repeated");
  for (let n = 0; n < mostLetters.toAddress; n++) expect(await again()).toEqual(once);
  expect(await Promise.all([again(), again(), again()])).toEqual([once, once, once]);
  expect(await name("once@x.example")).toHaveProperty("delegate");
  await takeAllOff();
});

it("C5: keeps of the address a keyed hash, until the day is over", async () => {
  await name("hashed@x.example");
  await takeAllOff();
  const kept = await attemptsOf(node.kernel.mongo).find({}).lean();
  expect(kept).toHaveLength(2);
  expect(JSON.stringify(kept)).not.toContain("hashed");
  expect(kept.map(({ endsAt }) => endsAt)).toEqual(Array(2).fill(new Date("2026-11-24T00:00:00Z")));
});
