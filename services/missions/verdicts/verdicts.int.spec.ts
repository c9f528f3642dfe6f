import { jest } from "@jest/globals";
import fc from "fast-check";
import logService from "#services/log/log.service.ts";
import { inRole, nobody } from "#shared/access/principal.ts";
import { manualClock } from "#shared/clock/clock.ts";
import { newId } from "#shared/ids.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import identityService from "../../identity/identity.service.ts";
import partnershipsService from "../../partnerships/partnerships.service.ts";
import { missions } from "../missions.contract.ts";
import missionsService from "../missions.service.ts";
import { member, officer, planOf } from "../missions.testing.ts";

jest.setTimeout(120_000);

const { actions } = missions;
const start = new Date("2026-11-23T09:00:00Z");
const clock = manualClock(start);
let node: TestNode;

beforeAll(async () => {
  const services = [logService, identityService, partnershipsService, missionsService];
  node = await startNode({ services, clock });
});
afterEach(() => clock.set(start));
afterAll(() => node.stop());

const zandbank = member("zandbank");

async function planned(id: string, capacity: number) {
  const { position } = (await node.as(officer, actions.planMission, { id, ...planOf({ capacity }) })) as any;
  await node.settled();
  return position as number;
}

const claim = async (mission: string, company: string, seats = 1) => {
  const reply = await node.as(member(company), actions.claim, { mission, company, seats });
  await node.settled();
  return reply;
};

const verdictFor = async (mission: string, company = "zandbank") =>
  (await node.as(member(company), actions.verdict, { mission, company })) as any;

it("C1: tells a company why it can sign up, and then why not", async () => {
  await planned("gdansk", 3);
  expect(await verdictFor("gdansk")).toMatchObject({ company: "zandbank", can: true });
  await claim("gdansk", "kielzog", 3);
  await claim("gdansk", "duinpoort", 2);
  expect((await verdictFor("gdansk")).reasons).toContainEqual({
    ...{ code: "waiting-list", blocks: false, params: { waiting: 1 } },
  });
  await claim("gdansk", "zandbank", 2);
  const { can, reasons } = await verdictFor("gdansk");
  expect(can).toBe(false);
  expect(reasons).toContainEqual({ code: "waits", blocks: true, params: { seats: 2, place: 2 } });
});

it("C1: a verdict on another company is the office's alone, and there is none on a mission that there is not", async () => {
  await planned("ulsan", 3);
  const input = { mission: "ulsan", company: "zandbank" };
  expect(await node.as(member("kielzog"), actions.verdict, input)).toMatchObject({ refused: "not-found" });
  expect(await node.as(nobody, actions.verdict, input)).toMatchObject({ refused: "unauthenticated" });
  expect(await node.as(officer, actions.verdict, input)).toMatchObject({
    can: false,
    reasons: expect.arrayContaining([
      { code: "company-unknown", blocks: true, params: { company: "zandbank" } },
    ]),
  });
  expect(await verdictFor("no-such-mission")).toMatchObject({ refused: "not-found" });
});

it("C1: tells of all missions of a page at once, as of each by itself", async () => {
  const version = await planned("quebec", 2);
  await planned("hamburg", 2);
  await claim("hamburg", "zandbank");
  await node.as(officer, actions.cancelMission, { id: "quebec", version });
  await node.settled();
  const list = (await node.as(zandbank, actions.missions, { limit: 100 })) as any;
  const { rows } = (await node.as(zandbank, actions.ownVerdicts, { limit: 100 })) as any;
  expect(rows.map(({ mission }: any) => mission)).toEqual(list.rows.map(({ id }: any) => id));
  for (const { mission, ...verdict } of rows)
    expect({ mission, company: "zandbank", ...verdict }).toEqual({ mission, ...(await verdictFor(mission)) });
  const first = (await node.as(zandbank, actions.ownVerdicts, { limit: 1 })) as any;
  const second = (await node.as(zandbank, actions.ownVerdicts, { limit: 1, after: first.next })) as any;
  expect([...first.rows, ...second.rows]).toEqual(rows.slice(0, 2));
  expect(await node.as(officer, actions.ownVerdicts, { limit: 1 })).toMatchObject({ refused: "not-allowed" });
});

it("C1: whatever companies do, the next claim is answered as the verdict said", async () => {
  const company = fc.constantFrom("zandbank", "kielzog", "duinpoort");
  const does = fc.constantFrom("claim" as const, "claim" as const, "withdraw" as const);
  const step = fc.record({ company, does, seats: fc.integer({ min: 1, max: 3 }), late: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.array(step, { minLength: 4, maxLength: 8 }),
      async (capacity, steps) => {
        clock.set(start);
        const mission = `mission-${newId()
          .toLowerCase()
          .replaceAll(/[^a-z0-9]/g, "")}`;
        await planned(mission, capacity);
        for (const { company: one, does: act, seats, late } of steps) {
          clock.set(late ? new Date("2026-12-16T09:00:00Z") : start);
          if (act === "withdraw") {
            await node.as(member(one), actions.withdraw, { mission, company: one });
            await node.settled();
            continue;
          }
          const { can, reasons } = await verdictFor(mission, one);
          const free = reasons.find(({ code }: any) => code === "free-seats")?.params.free ?? 0;
          const reply = (await claim(mission, one, seats)) as any;
          if (reply.refused) expect(can && seats <= capacity).toBe(false);
          else expect([can, reply.state]).toEqual([true, seats <= free ? "confirmed" : "waiting"]);
        }
      },
    ),
    { numRuns: 15 },
  );
});

it("C1: a company finds what it has on all missions, the newest first, and nothing of any other", async () => {
  const bruinvis = member("bruinvis");
  expect(await node.as(bruinvis, actions.ownEntries, { limit: 10 })).toEqual({ rows: [] });
  await planned("esbjerg", 1);
  const version = await planned("mumbai", 1);
  await planned("chennai", 1);
  await claim("esbjerg", "kielzog");
  await claim("esbjerg", "duinpoort");
  for (const mission of ["esbjerg", "mumbai", "chennai"]) await claim(mission, "bruinvis");
  await node.as(officer, actions.cancelMission, { id: "mumbai", version });
  await node.settled();
  const { rows } = (await node.as(bruinvis, actions.ownEntries, { limit: 10 })) as any;
  expect(rows).toMatchObject([
    { mission: "chennai", missionState: "open", state: "confirmed", seats: 1, from: "BE", to: ["BR"] },
    { mission: "mumbai", missionState: "cancelled", state: "cancelled" },
    { mission: "esbjerg", missionState: "open", state: "waiting", place: 2, title: planOf().title },
  ]);
  const first = (await node.as(bruinvis, actions.ownEntries, { limit: 2 })) as any;
  const rest = (await node.as(bruinvis, actions.ownEntries, { limit: 2, after: first.next })) as any;
  expect([...first.rows, ...rest.rows]).toEqual(rows);
  expect(
    await node.as(inRole("partner", "kenji", "a-cluster"), actions.ownEntries, {} as never),
  ).toMatchObject({ refused: "not-allowed" });
});

it("C1: lists missions without goals and programme, and shows each with them", async () => {
  const [leg] = planOf().legs;
  const programme = [
    { day: "2027-01-04", startsAt: "14:00", endsAt: "16:00", title: { nl: "Havenbezoek" }, place: "Pecém" },
  ];
  const own = { goals: [{ nl: "Klanten vinden" }], targetProfile: [{ en: "Makers of electrolysers" }] };
  await node.as(officer, actions.planMission, {
    id: "pecem",
    ...planOf(),
    ...{ legs: [{ ...leg!, programme }], ...own },
  });
  await node.settled();
  expect(await node.as(nobody, actions.mission, { id: "pecem" })).toMatchObject({
    ...own,
    legs: [{ city: "Fortaleza", firstDay: "2027-01-02", lastDay: "2027-01-06", programme }],
  });
  const { rows } = (await node.as(nobody, actions.missions, { limit: 100 })) as any;
  const row = rows.find(({ id }: any) => id === "pecem");
  expect([row.goals, row.targetProfile, row.legs]).toEqual([
    undefined,
    undefined,
    [
      {
        city: "Fortaleza",
        country: "BR",
        timeZone: "America/Fortaleza",
        firstDay: "2027-01-02",
        lastDay: "2027-01-06",
      },
    ],
  ]);
});
