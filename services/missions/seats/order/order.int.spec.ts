import identityService from "#services/identity/identity.service.ts";
import logService from "#services/log/log.service.ts";
import { manualClock } from "#shared/clock/clock.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import { missions } from "../../missions.contract.ts";
import missionsService from "../../missions.service.ts";
import { member, officer, planOf } from "../../missions.testing.ts";

const { actions } = missions;
const mission = "recife";
let node: TestNode;

beforeAll(async () => {
  const clock = manualClock(new Date("2026-11-23T09:00:00Z"));
  node = await startNode({ services: [logService, identityService, missionsService], clock });
  await node.as(officer, actions.planMission, { id: mission, ...planOf({ capacity: 1 }) });
  await node.settled();
  for (const company of ["zandbank", "kielzog", "duinpoort", "bruinvis", "meetpaal"])
    await node.as(member(company), actions.claim, { mission, company, seats: 1 });
  await node.settled();
});
afterAll(() => node.stop());

async function line(): Promise<[string, number][]> {
  const asked = { mission, state: "waiting" as const, limit: 10 };
  const { rows } = (await node.as(officer, actions.entries, asked)) as any;
  return rows.map((row: any) => [row.company, row.place]);
}

const movesOf = async (company: string) =>
  ((await node.as(member(company), actions.entryMoves, { mission, company })) as any).rows;

it("C10: the office moves an entry, and who is overtaken sees that, and the reason, and nothing of others", async () => {
  const reason = "They carry the key of the wind tunnel.";
  const move = { mission, company: "meetpaal", from: 4, to: 2, reason };
  expect(await node.as(officer, actions.moveEntry, move)).toMatchObject({ place: 2 });
  await node.settled();
  expect(await line()).toEqual([
    ["kielzog", 1],
    ["meetpaal", 2],
    ["duinpoort", 3],
    ["bruinvis", 4],
  ]);
  const at = "2026-11-23T09:00:00.000Z";
  expect(await movesOf("meetpaal")).toEqual([{ at, itself: true, from: 4, to: 2, reason }]);
  expect(await movesOf("duinpoort")).toEqual([{ at, itself: false, from: 2, to: 3, reason }]);
  expect(await movesOf("bruinvis")).toEqual([{ at, itself: false, from: 3, to: 4, reason }]);
  expect(await movesOf("kielzog")).toEqual([]);
  const { entry } = (await node.as(member("bruinvis"), actions.ownEntry, {
    ...{ mission, company: "bruinvis" },
  })) as any;
  expect([entry.place, entry.moves]).toEqual([4, 1]);

  const down = { mission, company: "kielzog", from: 1, to: 3, reason: "Asked for by themselves." };
  expect(await node.as(officer, actions.moveEntry, down)).toMatchObject({ place: 3 });
  await node.settled();
  expect((await line()).map(([company]) => company)).toEqual([
    "meetpaal",
    "duinpoort",
    "kielzog",
    "bruinvis",
  ]);
  expect((await movesOf("duinpoort"))[0]).toMatchObject({ itself: false, from: 3, to: 2 });

  await node.as(member("zandbank"), actions.withdraw, { mission, company: "zandbank" });
  await node.settled();
  expect((await line()).map(([company]) => company)).toEqual(["duinpoort", "kielzog", "bruinvis"]);
});

it("C10: nobody but the office moves, and no reason stands in the log", async () => {
  const move = { mission, company: "bruinvis", from: 3, to: 1, reason: "We want to be first." };
  expect(await node.as(member("bruinvis"), actions.moveEntry, move)).toMatchObject({
    refused: "not-allowed",
  });
  expect(await node.as(officer, actions.moveEntry, { ...move, mission: "atlantis" })).toEqual({
    refused: "not-found",
    params: {},
  });
  expect(await node.as(officer, actions.moveEntry, { ...move, from: 2 })).toEqual({
    refused: "missions.place-changed",
    params: { place: 3 },
  });
  const other = { mission, company: "duinpoort" };
  expect(await node.as(member("bruinvis"), actions.entryMoves, other)).toMatchObject({
    refused: "not-found",
  });
  const commits = JSON.stringify(await node.kernel.log.find({}).toArray());
  expect(commits).toContain("EntryMoved");
  expect(commits).not.toContain("wind tunnel");
});
