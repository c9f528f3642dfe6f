import fc from "fast-check";
import identityService from "#services/identity/identity.service.ts";
import logService from "#services/log/log.service.ts";
import mailService from "#services/mail/mail.service.ts";
import { missions } from "#services/missions/missions.contract.ts";
import missionsService from "#services/missions/missions.service.ts";
import settingsService from "#services/settings/settings.service.ts";
import { inRole, nobody } from "#shared/access/principal.ts";
import { manualClock } from "#shared/clock/clock.ts";
import type { Output } from "#shared/contract/contract.ts";
import { documentsOf } from "#shared/documents/collection.ts";
import { database } from "#shared/mongo/connect.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import { rebuild } from "#shared/views/rebuild.ts";
import type { Likeness } from "../likeness/likeness.ts";
import { partnerships } from "../partnerships.contract.ts";
import partnershipsService from "../partnerships.service.ts";
import { publishPage, type Shown } from "../partnerships.testing.ts";
import { partnerRows } from "../profiles/views/partners.ts";
import { linksOf } from "../registrations/links.ts";
import { registrationRows } from "../registrations/views/registrations.ts";
import type { PagePart } from "./parts.ts";

const { actions } = partnerships;
const [leen, anneke] = ["leen", "anneke"].map((one) => inRole("officer", one, "office"));
const clock = manualClock(new Date("2026-11-25T09:00:00Z"));
const reason = "Both are the same harbour.";
const dayMs = 24 * 60 * 60_000;
let node: TestNode;

beforeAll(async () => {
  const services = [logService, identityService, mailService, partnershipsService, settingsService];
  node = await startNode({ services: [...services, missionsService], clock });
});
afterAll(() => node.stop());

let count = 0;
async function publish(own: Partial<Shown> & { likeness?: Likeness } = {}): Promise<string> {
  const name = `Harbour ${++count}`;
  const page = { name, country: "JP", ecosystems: ["digital"], summary: `Wind of ${name}`, language: "en" };
  const id = await publishPage(node, { ...page, ...own });
  await node.settled();
  return id;
}

async function done<T>(asked: Promise<T>): Promise<Exclude<T, { refused: string }>> {
  const reply = await asked;
  expect(reply).not.toHaveProperty("refused");
  await node.settled();
  return reply as Exclude<T, { refused: string }>;
}
const merge = (id: string, into: string, take: PagePart[] = []) =>
  node.as(leen!, actions.merge, { id, into, take, reason });
const undo = (id: string) => node.as(leen!, actions.undoMerge, { id, reason: "They are two." });
const partner = (id: string) => node.as(nobody, actions.partner, { id });
const review = (id: string) =>
  node.as(leen!, actions.registration, { id }) as Promise<Output<typeof actions.registration>>;
const listed = async () => {
  const { rows } = (await node.as(nobody, actions.partners, { limit: 100 })) as Output<
    typeof actions.partners
  >;
  return rows.map(({ id }) => id);
};

async function sameAnew() {
  const before = await stored();
  for (const view of [registrationRows, partnerRows]) await rebuild(node.kernel, view);
  expect(await stored()).toBe(before);
}

/** All rows of both, byte for byte. */
async function stored(): Promise<string> {
  const all = ["partnerships.registrations", "partnerships.partners"].map((name) =>
    database(node.kernel.mongo).collection<any>(name).find().sort({ _id: 1 }).toArray(),
  );
  return JSON.stringify(await Promise.all(all));
}

it("A3: one page stays, with what was chosen of the other, whose address leads to it", async () => {
  const [kept, gone] = [
    await publish({ country: "JP" }),
    await publish({ name: "Port of Pecém", country: "BR" }),
  ];
  await done(merge(gone, kept, ["name", "place"]));
  const shown = {
    id: kept,
    name: "Port of Pecém",
    country: "BR",
    summary: expect.stringMatching(/^Wind of Harbour/),
  };
  expect(await partner(kept)).toMatchObject(shown);
  expect(await partner(gone)).toEqual(await partner(kept));
  expect(await listed()).toContain(kept);
  expect(await listed()).not.toContain(gone);
  const found = await node.as(nobody, actions.partners, { find: "Pecém", limit: 10 });
  expect(found).toMatchObject({ total: 1, rows: [{ id: kept }] });
});

it("A3: what named the old one still finds it, and names one that has become two but once", async () => {
  const [kept, gone] = [await publish(), await publish()];
  const days = { firstDay: "2027-01-02", lastDay: "2027-01-06" };
  const leg = { city: "Fortaleza", country: "BR", timeZone: "America/Fortaleza", ...days, programme: [] };
  await done(
    node.as(leen!, missions.actions.planMission, {
      ...{ id: "pecem", title: { en: "Pecém" }, from: "BE", ...days, legs: [leg], partners: [gone, kept] },
      ...{ capacity: 10, minimum: 6, goals: [], targetProfile: [] },
      ...{ signUpOpensAt: "2026-11-01T08:00:00.000Z", signUpClosesAt: "2026-12-15T16:00:00.000Z" },
    }),
  );
  await done(merge(gone, kept));
  const { partnerNames } = await done(node.as(nobody, missions.actions.mission, { id: "pecem" }));
  expect(partnerNames.map(({ id }) => id)).toEqual([kept]);
});

it("A3: merged and undone, both are byte for byte what they were, in whatever order", async () => {
  const ids = [await publish(), await publish(), await publish(), await publish()];
  const parts: PagePart[] = ["name", "place", "ecosystems", "summary"];
  const asked = fc.record({
    take: fc.array(fc.subarray(parts), { minLength: 3, maxLength: 3 }),
    into: fc.tuple(fc.constant(0), fc.integer({ min: 0, max: 1 }), fc.integer({ min: 0, max: 2 })),
    undone: fc.shuffledSubarray([1, 2, 3], { minLength: 3, maxLength: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(asked, async ({ take, into, undone }) => {
      const before = await stored();
      // From the last to the first, so that each is still there to take the next one.
      for (const n of [3, 2, 1]) await done(merge(ids[n]!, ids[into[n - 1]!]!, take[n - 1]));
      expect(await listed()).toEqual(expect.not.arrayContaining([ids[1], ids[2], ids[3]]));
      expect(await partner(ids[3]!)).toMatchObject({ id: ids[0] });
      for (const n of undone) await done(undo(ids[n]!));
      expect(await stored()).toBe(before);
    }),
    { numRuns: 12 },
  );
}, 120_000);

it("A3: undone, it takes its own part along, and what others gave stays", async () => {
  const [kept, one, other] = [await publish(), await publish(), await publish()];
  const [name, summary] = [(await review(kept)).name, `Wind of ${(await review(other)).name}`];
  await done(merge(one, kept, ["name"]));
  await done(merge(other, kept, ["summary"]));
  await done(undo(one));
  expect(await partner(kept)).toMatchObject({ id: kept, name, summary });
  await sameAnew();
});

it("A3: undone, its part is gone too from where it was passed on to", async () => {
  const [last, between, first] = [await publish(), await publish(), await publish()];
  const { name } = await review(between);
  await done(merge(first, between, ["name"]));
  await done(merge(between, last, ["name"]));
  await done(undo(first));
  expect(await partner(last)).toMatchObject({ id: last, name });
  await sameAnew();
});

it("A3: a merged page is taken down by its cluster or the office, and no undoing brings it back", async () => {
  for (const who of [leen!, { kind: "link", registration: "" } as const]) {
    const [kept, gone] = [await publish(), await publish()];
    const own = await partner(kept);
    await done(merge(gone, kept, ["summary"]));
    expect(await partner(kept)).not.toEqual(own);
    const asked = who.kind === "link" ? { ...who, registration: gone } : who;
    expect(await done(node.as(asked, actions.takeDown, { id: gone }))).toMatchObject({ state: "merged" });
    expect(await partner(kept)).toEqual(own);
    expect(await partner(gone)).toEqual(own);
    expect((await review(gone)).abilities).toEqual(["undo-merge"]);
    const again = await node.as(asked, actions.takeDown, { id: gone });
    expect(again).toMatchObject({ refused: "partnerships.illegal-step" });
    await done(undo(gone));
    expect(await partner(gone)).toEqual({ refused: "not-found", params: {} });
    expect(await review(gone)).toMatchObject({ state: "expired" });
    expect(await listed()).not.toContain(gone);
    await sameAnew();
  }
});

it("K7: of who is erased nothing stands on the page it was merged into, nor is public once that is undone", async () => {
  const [kept, gone] = [await publish(), await publish()];
  const own = await partner(kept);
  await done(merge(gone, kept, ["name", "summary"]));
  await done(node.as(leen!, actions.eraseRegistration, { id: gone }));
  expect(await partner(kept)).toEqual(own);
  expect(await review(gone)).toMatchObject({ state: "merged", erased: true, abilities: ["undo-merge"] });
  await done(undo(gone));
  expect(await partner(gone)).toEqual({ refused: "not-found", params: {} });
  expect(await review(gone)).toMatchObject({ state: "expired", erased: true });
  await sameAnew();
});

it("K7: of who is erased no word comes to stand on a page that it is merged into afterwards", async () => {
  const [kept, gone] = [await publish(), await publish()];
  const own = await partner(kept);
  await done(node.as(leen!, actions.eraseRegistration, { id: gone }));
  expect(await node.as(leen!, actions.merger, { id: gone, other: kept })).not.toHaveProperty("pages");
  expect(await merge(gone, kept, ["name", "summary"])).toEqual({
    refused: "partnerships.nothing-to-take",
    params: {},
  });
  await done(merge(gone, kept));
  expect(await partner(kept)).toEqual(own);
  await sameAnew();
});

it("A3: of two officers at once one merges, and the other is told, whichever way they mean it", async () => {
  const [kept, gone] = [await publish(), await publish()];
  const all = await Promise.all([
    node.as(leen!, actions.merge, { id: gone, into: kept, take: ["name"], reason }),
    node.as(anneke!, actions.merge, { id: gone, into: kept, take: [], reason }),
    node.as(anneke!, actions.merge, { id: kept, into: gone, take: [], reason }),
  ]);
  expect(all.filter((one) => !("refused" in one))).toHaveLength(1);
  await node.settled();
  expect(await partner(gone)).toMatchObject({ id: kept });
});

it("A3: what was merged is alike no more, neither to the one it is in nor to whoever comes", async () => {
  const likeness = { name: "same harbour" };
  const [kept, gone] = [await publish({ likeness }), await publish({ likeness })];
  expect((await review(kept)).alike.map(({ id }) => id)).toEqual([gone]);
  await done(merge(gone, kept));
  expect((await review(kept)).alike).toEqual([]);
  expect((await review(gone)).alike).toEqual([]);
  expect((await review(kept)).others.map(({ id }) => id)).toEqual([gone]);
  expect(await review(gone)).toMatchObject({
    state: "merged",
    merged: { into: kept },
    abilities: ["undo-merge", "take-down"],
  });
});

it("A3: both stories tell of it, with the reason for the office and without it for the cluster", async () => {
  const [kept, gone] = [await publish(), await publish()];
  await done(merge(gone, kept));
  await done(undo(gone));
  for (const id of [kept, gone]) {
    const asOf = async (who: typeof nobody) => {
      const { rows } = await done(node.as(who, actions.registrationTimeline, { id }));
      return rows.filter(({ event }) => /Merge/.test(event));
    };
    const other = (await review(id === kept ? gone : kept)).name;
    expect(await asOf(leen!)).toMatchObject([
      { event: "MergeUndone", whom: other, text: "They are two." },
      { event: "RegistrationMerged", whom: other, text: reason },
    ]);
    const told = await asOf({ kind: "link", registration: id });
    expect(told).toMatchObject([{ whom: other }, { whom: other }]);
    for (const row of told) expect(row).not.toHaveProperty("text");
  }
});

it("A3: tells a cluster nothing of another that has no page, and was merged into its own", async () => {
  const [kept, gone] = [await publish(), await publish()];
  await done(node.as(leen!, actions.takeDown, { id: gone }));
  await done(merge(gone, kept));
  const { rows } = await done(
    node.as({ kind: "link", registration: kept }, actions.registrationTimeline, { id: kept }),
  );
  const merged = rows.find(({ event }) => event === "RegistrationMerged");
  expect(merged).toBeDefined();
  expect(merged).not.toHaveProperty("whom");
});

it("A3: after 30 days it stands, and nothing that is kept of the cluster has another end than before", async () => {
  const [kept, gone] = [await publish(), await publish()];
  await linksOf(node.kernel.mongo).create({ _id: `hash-${gone}`, registration: gone, at: clock.now() });
  const ends = async () => [
    await linksOf(node.kernel.mongo).findById(`hash-${gone}`).lean(),
    await documentsOf(node.kernel.mongo, "partnerships")
      .find({ subject: `registration/${gone}`, kind: "answers" })
      .lean(),
  ];
  const before = await ends();
  const { until } = await done(merge(gone, kept));
  expect(await ends()).toEqual(before);
  expect(new Date(until).getTime() - clock.now().getTime()).toBe(30 * dayMs);
  clock.set(new Date(new Date(until).getTime() + 1));
  expect((await review(gone)).abilities).toEqual(["take-down"]);
  expect(await undo(gone)).toEqual({ refused: "partnerships.merge-final", params: { until } });
  clock.set(new Date("2026-11-25T09:00:00Z"));
  await done(undo(gone));
  expect(await ends()).toEqual(before);
});
