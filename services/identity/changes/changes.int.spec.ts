import { services } from "#services/all.ts";
import { missions } from "#services/missions/missions.contract.ts";
import { inRole } from "#shared/access/principal.ts";
import type { Output } from "#shared/contract/contract.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import { identity } from "../identity.contract.ts";
import { fileOf } from "../lists/lists.testing.ts";

const { actions } = identity;
const admin = inRole("admin", "first-admin", "office");
const officer = inRole("officer", "leen", "office");
const auditor = inRole("auditor", "tom", "office");
const member = inRole("member", "sanne", "zandbank");
const days = (count: number) => new Date(Date.now() + count * 24 * 60 * 60_000).toISOString();
const plan = {
  ...{ id: "ceara", title: { en: "Ceará" }, from: "BE", partners: [], capacity: 2, minimum: 1 },
  ...{ goals: [], targetProfile: [] },
  legs: [
    {
      ...{ city: "Fortaleza", country: "BR", timeZone: "America/Fortaleza" },
      ...{ firstDay: days(60).slice(0, 10), lastDay: days(64).slice(0, 10), programme: [] },
    },
  ],
  ...{ firstDay: days(60).slice(0, 10), lastDay: days(64).slice(0, 10) },
  ...{ signUpOpensAt: days(-1), signUpClosesAt: days(30) },
};
let node: TestNode;

beforeAll(async () => {
  node = await startNode({ services });
  const company = { id: "zandbank", kind: "company" as const, name: "=Zandbank" };
  await node.as(admin, actions.admitOrganisation, { ...company, country: "BE", size: "sme" });
  await node.as(officer, missions.actions.planMission, plan);
  await node.settled();
  await node.as(member, missions.actions.claim, { mission: "ceara", company: "zandbank", seats: 1 });
  await node.as(member, missions.actions.claim, { mission: "ceara", company: "zandbank", seats: 1 });
  await node.settled();
});
afterAll(() => node.stop());

type Wanted = { person?: string; stream?: string; before?: number };
type Changes = Output<typeof actions.changes>;
const seenBy = async (who: typeof member, wanted: Wanted = {}) =>
  (await node.as(who, actions.changes, wanted)) as Changes;
const told = ({ rows }: Changes) => rows.map(({ command, refused }) => `${command} ${refused ?? "done"}`);

it("I4: says who did what, on whose behalf, what came of it and what was refused, the newest first", async () => {
  const { rows, next } = await seenBy(auditor, { stream: "seats/ceara" });
  expect(next).toBeUndefined();
  const [refused, claimed, ...before] = rows;
  const by = { person: "sanne", organisation: "zandbank", organisationName: "=Zandbank" };
  const what = { command: "missions.claim", stream: "seats/ceara" };
  expect(refused).toMatchObject({ ...by, ...what, refused: "missions.already-signed-up", events: [] });
  expect(JSON.parse(refused!.refusedWith!)).toEqual({ state: "confirmed" });
  expect(claimed).toMatchObject({ ...by, ...what, events: [{ event: "SeatsConfirmed" }] });
  expect(claimed).not.toHaveProperty("refused");
  expect(JSON.parse(claimed!.events[0]!.data)).toMatchObject({ company: "zandbank", seats: 1 });
  expect(claimed!.number).toBeLessThan(refused!.number);
  // The seats were offered by the portal, as the mission was planned.
  expect(before.at(-1)).toMatchObject({ system: expect.stringMatching(/^missions\./) });
  expect(before.at(-1)).not.toHaveProperty("person");
});

it("I4: of the changes, each sees those that are theirs to see", async () => {
  const all = told(await seenBy(auditor));
  expect(all).toEqual(
    expect.arrayContaining(["identity.admitOrganisation done", "missions.planMission done"]),
  );
  const ofCases = told(await seenBy(officer));
  expect(ofCases).toContain("missions.claim done");
  expect(ofCases.filter((one) => one.startsWith("identity."))).toEqual([]);
  const ofPeople = told(await seenBy(admin));
  expect(ofPeople).toContain("identity.admitOrganisation done");
  expect(ofPeople.filter((one) => one.startsWith("missions."))).toEqual([]);
  expect(told(await seenBy(member))).toEqual([
    "missions.claim missions.already-signed-up",
    "missions.claim done",
  ]);
  const own = { id: "sanne", organisation: "zandbank", roles: ["member" as const], language: "nl" };
  await node.as(admin, actions.admitPerson, { ...own, name: "Sanne", email: "sanne@zandbank.example" });
  await node.settled();
  // What is done with somebody they see too, and the same of one record.
  expect(told(await seenBy(member))).toContain("identity.addPerson done");
  expect(told(await seenBy(member, { stream: "person/sanne" }))).toEqual(["identity.addPerson done"]);
  expect(told(await seenBy(member, { person: "leen" }))).toEqual([]);
  // But not what is done with another record that is called as they are.
  const twin = { kind: "company" as const, name: "Sanne", country: "BE", size: "sme" as const };
  await node.as(admin, actions.admitOrganisation, { id: "sanne", ...twin });
  expect(told(await seenBy(member))).not.toContain("identity.admitOrganisation done");
  expect(told(await seenBy(auditor, { person: "leen" }))).toEqual(["missions.planMission done"]);
});

it("I4: goes on where a page ended, and takes the same along as a file without formulas", async () => {
  const { rows } = await seenBy(auditor);
  const middle = rows[2]!.number;
  const older = await seenBy(auditor, { before: middle });
  expect(older.rows).toEqual(rows.filter(({ number }) => number < middle));
  const { csv } = await fileOf(node, auditor, { list: "changes" });
  expect(csv).toContain(",zandbank,'=Zandbank,,,missions.claim,seats/ceara,missions.already-signed-up,,");
});
