import { jest } from "@jest/globals";
import { services } from "#services/all.ts";
import { identity } from "#services/identity/identity.contract.ts";
import { missions } from "#services/missions/missions.contract.ts";
import { officer } from "#services/missions/missions.testing.ts";
import { partnerships } from "#services/partnerships/partnerships.contract.ts";
import { settings } from "#services/settings/settings.contract.ts";
import { nobody } from "#shared/access/principal.ts";
import { manualClock } from "#shared/clock/clock.ts";
import { codeList } from "#shared/codes/codes.ts";
import { allPartsOf } from "#shared/contract/serve.ts";
import type { Recorded } from "#shared/log/commit.ts";
import { dropDatabase } from "#shared/mongo/connect.ts";
import { databaseUri, startNode, type TestNode, testConfig } from "#shared/testing/node.ts";
import { calendarOf } from "../../scripts/demo/calendar.ts";
import { contentsOf } from "../../scripts/demo/contents.ts";
import clustersFile from "../../scripts/demo/data/clusters.json" with { type: "json" };
import membersFile from "../../scripts/demo/data/members.json" with { type: "json" };
import missionsFile from "../../scripts/demo/data/missions.json" with { type: "json" };
import { type Filled, fill } from "../../scripts/demo/fill.ts";
import { historyOf, rowsOf, storyOf, streamsOf } from "./filled.ts";

jest.setTimeout(180_000);

const now = new Date("2026-11-23T10:20:00Z");
const calendar = calendarOf(now);
const config = testConfig();
const { clusters } = clustersFile;

let node: TestNode;
let filled: Filled;
let events: Recorded[];

beforeAll(async () => {
  filled = await fill(config, now, () => {});
  node = await startNode({ services, clock: manualClock(now), config });
  await node.settled();
  events = await historyOf(node.kernel.log);
});
afterAll(() => node?.stop());

const idOf = (cluster: string) => filled.registrations.get(cluster)!.id;

it("leaves every registration in the state of the data", async () => {
  const states = { "in-review": "submitted" } as Record<string, string>;
  const wanted = clusters
    .filter(({ state }) => state !== "draft")
    .map(({ id, state }) => [idOf(id), states[state] ?? state]);
  const { rows } = (await node.as(officer, partnerships.actions.registrations, { limit: 200 })) as any;
  expect(Object.fromEntries(rows.map((row: any) => [row.id, row.state]))).toEqual(Object.fromEntries(wanted));
  expect(wanted).toHaveLength(24);
});

it("leaves one section in the hands of a colleague, who has not filled it in yet", async () => {
  const id = idOf("adriatica-navale");
  const sent = await node.as({ kind: "link", registration: id }, partnerships.actions.sectionLinks, { id });
  expect(sent).toMatchObject({ rows: [{ section: "team", state: "open" }] });
});

it("leaves three drafts that their links open, with what was filled in so far", async () => {
  const drafts = clusters.filter(({ state }) => state === "draft");
  expect(drafts).toHaveLength(3);
  for (const { id, name, steps } of drafts) {
    const draft = idOf(id);
    const own = await node.as({ kind: "link", registration: draft }, partnerships.actions.ownRegistration, {
      id: draft,
    });
    expect(own).toMatchObject({ state: "draft", answers: { name }, abilities: ["submit"] });
    const endsAt = (own as { endsAt: string }).endsAt;
    expect(endsAt.slice(0, 10)).toBe(calendar.date(steps[0]!.day + 30));
  }
});

it("publishes 14 partners, each with a person who can sign in", async () => {
  const published = clusters.filter(({ state }) => state === "published").map(({ id }) => idOf(id));
  const { rows, total } = (await node.as(nobody, partnerships.actions.partners, { limit: 100 })) as any;
  expect(total).toBe(14);
  expect(rows.map((row: any) => row.id).sort()).toEqual(published.sort());
  const people = (await rowsOf(node, "identity.people")) as any[];
  const memberships = people.flatMap((person) => person.memberships);
  const partners = memberships.filter(({ roles }) => roles.includes("partner"));
  expect(partners.map(({ organisation }) => organisation).sort()).toEqual(published);
});

it("lets the alarm of the oldest page ring on its own day", async () => {
  const expired = clusters.filter(({ state }) => state === "expired");
  expect(expired).toHaveLength(1);
  const confirmed = expired[0]!.steps.at(-1)!.day;
  const [event, ...others] = events.filter(({ type }) => type === "ProfileExpired");
  expect(others).toEqual([]);
  expect(event!.stream).toBe(`registration/${idOf(expired[0]!.id)}`);
  const page = events.find(({ type, stream }) => type === "ProfileConfirmed" && stream === event!.stream);
  const { expiresAt } = page!.data as { expiresAt: string };
  expect(event!.at.toISOString()).toBe(expiresAt);
  expect(expiresAt.slice(0, 10)).toBe(calendar.date(confirmed + 730));
});

it("judges, waives and asks again as the data say", async () => {
  const { rows } = (await node.as(officer, partnerships.actions.registrations, { limit: 200 })) as any;
  const row = (cluster: string) => rows.find((one: any) => one.id === idOf(cluster));
  const members = (cluster: string) => row(cluster).criteria.find((one: any) => one.criterion === "members");
  expect(members("brise-d-armor")).toMatchObject({ verdict: "fail", datum: 11 });
  expect(members("euskal-itsas-energia")).toMatchObject({ verdict: "waived", datum: 11 });
  expect(row("esbjerg-havkraft")).toMatchObject({ round: 2, state: "published" });
  expect(row("fleuve-energie-quebec")).toMatchObject({ round: 2, state: "published" });
});

it("gives Orkney its subdivision of today, and leaves its former code readable", async () => {
  const orkney = await node.as(nobody, partnerships.actions.partner, { id: idOf("orkney-tidal-circle") });
  expect(orkney).toMatchObject({ country: "GB", region: "GB-ORK" });
  expect(codeList("nuts").get("UKM6")?.retired).toMatchObject({ successor: ["TLM6"] });
});

it.each(missionsFile.missions)("brings $id to its point of day 0", async ({ id, expected, state }) => {
  const mission = (await node.as(nobody, missions.actions.mission, { id })) as any;
  expect(mission).toMatchObject({ taken: expected.seats, waiting: expected.waiting });
  if (state === "cancelled") expect(mission.state).toBe("cancelled");
  if (state === "planned" || state === "draft") expect(mission.state).toBe("planned");
  expect(mission.partnerNames.length).toBe(mission.partners.length);
  const entries = (await rowsOf(node, "missions.entries")) as any[];
  const confirmed = entries.filter((entry) => entry.mission === id && entry.state === "confirmed");
  if (state !== "cancelled") expect(confirmed).toHaveLength(expected.companies);
});

it("admits 164 members, and shows the twelve with a story first at sign-in", async () => {
  const organisations = (await rowsOf(node, "identity.organisations")) as any[];
  const members = organisations.filter(({ kind }) => kind !== "office" && kind !== "cluster");
  expect(members.map(({ _id }) => _id).sort()).toEqual(membersFile.members.map(({ id }) => id).sort());
  const { rows } = (await node.as(nobody, identity.actions.demoPersons, {})) as any;
  const roles: string[] = rows.flatMap((row: any) => row.roles);
  expect(new Set(roles)).toEqual(
    new Set(["officer", "fund-manager", "auditor", "admin", "partner", "member"]),
  );
  const shown = rows.filter((row: any) => row.roles.includes("member")).map((row: any) => row.organisation);
  const withStory = membersFile.members.filter(({ trait }) => trait);
  // One of their contacts speaks for another member too.
  const alsoAt = withStory.flatMap(({ contact }) => ("alsoAt" in contact ? [contact.alsoAt] : []));
  expect(shown.sort()).toEqual([...new Set([...withStory.map(({ id }) => id), ...alsoAt])].sort());
});

it("K3: gives each organisation an owner, the first of it; the office is led by its administrator", async () => {
  const people = (await rowsOf(node, "identity.people")) as any[];
  const byOrganisation = Map.groupBy(
    people.flatMap(({ memberships }) => memberships),
    ({ organisation }) => organisation,
  );
  const leads = [...byOrganisation].map(([id, all]) => [
    id,
    all.map(({ standing }) => standing).filter((standing) => standing !== "colleague"),
  ]);
  const { getijkracht, ...others } = Object.fromEntries(leads);
  expect(getijkracht).toEqual(["lead"]);
  expect(others["zandbank-turbines"]).toEqual(expect.arrayContaining(["owner", "lead"]));
  for (const all of Object.values<string[]>(others))
    expect(all.filter((standing) => standing === "owner")).toHaveLength(1);
  expect(await rowsOf(node, "identity.invitations")).toMatchObject([{ organisation: "zandbank-turbines" }]);
});

it("sets name, logo, contact and office hours as the home cluster wants them", async () => {
  const shown = (await node.as(nobody, settings.actions.installation, {})) as any;
  expect(shown).toMatchObject({
    shortName: "Getijkracht",
    languages: ["nl", "en", "fr", "de"],
    defaultLanguage: "nl",
  });
  expect(shown.logo).toMatchObject({ type: "image/png", width: 440, height: 88 });
  const { settings: all } = (await node.as(officer, settings.actions.settings, {})) as any;
  expect(all.closingDays.map(({ day }: any) => day)).toEqual([calendar.date(24), calendar.date(52)]);
});

it("dates the log from day -900 to day 0, never backwards", async () => {
  const times = events.map(({ at }) => at.getTime());
  expect(times.every((time, index) => index === 0 || times[index - 1]! <= time)).toBe(true);
  expect(events[0]!.at.toISOString().slice(0, 10)).toBe(calendar.date(-900));
  expect(events.at(-1)!.at).toEqual(calendar.end);
  expect(calendar.end.toISOString()).toBe("2026-11-23T08:00:00.000Z");
});

it("has views that equal what is built from the log anew", async () => {
  let views = 0;
  const empty: string[] = [];
  for (const [, { views: names, projector }] of allPartsOf(node.broker)) {
    for (const view of names) {
      const before = await rowsOf(node, view);
      if (!before.length) empty.push(view);
      await projector.rebuild(view);
      expect(await rowsOf(node, view)).toEqual(before);
      views += 1;
    }
  }
  expect(views).toBeGreaterThanOrEqual(6);
  // Nobody in the demo has been asked what they agree to, has asked to be erased, is signing up at this moment, or is there twice.
  const expected = ["identity.consents", "identity.erasures", "missions.holds", "partnerships.mergers"];
  expect(empty.sort()).toEqual(expected);
});

it("refuses a log that is not empty, and a real installation", async () => {
  await expect(fill(config, now, () => {})).rejects.toThrow("The log is not empty.");
  const uri = databaseUri();
  await expect(fill(testConfig({ mongoUri: uri, demo: false }), now, () => {})).rejects.toThrow("real");
  expect(await contentsOf(uri)).toBe("empty");
  expect(await contentsOf(config.mongoUri)).toBe("demo");
});

it("tells the same story from the same data", async () => {
  const other = testConfig();
  try {
    const again = await fill(other, now, () => {});
    expect(again.commands).toBe(filled.commands);
    const second = await startNode({ services, clock: manualClock(now), config: other });
    const told = await historyOf(second.kernel.log);
    expect(storyOf(told, again.registrations)).toEqual(storyOf(events, filled.registrations));
    expect(streamsOf(told, again.registrations)).toEqual(streamsOf(events, filled.registrations));
    await second.stop();
  } finally {
    await dropDatabase(other.mongoUri);
  }
});

it("tells a filling that broke off from a whole one, and from other data", async () => {
  const part = testConfig();
  const node = await startNode({ services, clock: manualClock(now), config: part });
  const { actions } = identity;
  const office = { kind: "office", name: "Some office", country: "BE", size: "none" } as const;
  await node.as({ kind: "system", system: "demo" }, actions.admitOrganisation, { id: "office-1", ...office });
  expect(await contentsOf(part.mongoUri)).toBe("part");
  await node.stop();
  const real = testConfig();
  const installed = await startNode({ services, clock: manualClock(now), config: real });
  await installed.as(officer, actions.admitOrganisation, { id: "office-1", ...office });
  expect(await contentsOf(real.mongoUri)).toBe("other");
  await installed.stop();
});
