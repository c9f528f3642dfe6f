import { manualClock } from "../clock/clock.ts";
import { connect, database, type Mongo } from "../mongo/connect.ts";
import { databaseUri } from "../testing/node.ts";
import {
  answersOf,
  type Draft,
  draftOf,
  draftsOf,
  keepDraft,
  saveDraft as saveAt,
  sealDraft,
  sweepDrafts,
  unsealDraft,
} from "./drafts.ts";

let mongo: Mongo;
const drafts = () => draftsOf(mongo, "trial");

beforeAll(async () => {
  mongo = await connect(databaseUri());
});
afterAll(async () => {
  await database(mongo).dropDatabase();
  await mongo.close();
});

const began = new Date("2026-11-23T09:00:00Z");
const dayMs = 24 * 60 * 60_000;
const after = (days: number, ms = 0) => new Date(began.getTime() + days * dayMs + ms);
type Args = Parameters<typeof saveAt>;
const saveDraft = (model: Args[0], id: string, seen: number, changes: Args[3], now = began) =>
  saveAt(model, id, seen, changes, now);

let made = 0;
async function start(fields: Record<string, unknown> = {}, endsAt?: Date): Promise<string> {
  const _id = `draft-${++made}`;
  const first = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, { value, version: 1 }]),
  );
  await drafts().create({ _id, version: 1, fields: first, ...(endsAt && { endsAt }) });
  return _id;
}
const answers = async (id: string) => answersOf((await drafts().findById(id).lean())!);

it("I7: saves what changed and leaves the rest", async () => {
  const id = await start({ name: "Kita", country: "JP" });
  expect(await saveDraft(drafts(), id, 1, { name: "Kitakyushu" })).toEqual({ version: 2, others: [] });
  expect(await answers(id)).toEqual({ name: "Kitakyushu", country: "JP" });
});

it("I7: edits to different fields merge, whichever was first", async () => {
  const id = await start({ name: "Kita", legalForm: "Association" });
  expect(await saveDraft(drafts(), id, 1, { name: "Kitakyushu" })).toEqual({ version: 2, others: [] });
  expect(await saveDraft(drafts(), id, 1, { legalForm: "Foundation" })).toEqual({
    version: 3,
    others: ["name"],
  });
  expect(await answers(id)).toEqual({ name: "Kitakyushu", legalForm: "Foundation" });
});

it("I7: a field that was changed since clashes, by name, and nothing of that save is kept", async () => {
  const id = await start({ name: "Kita", legalForm: "Association", website: "https://a.example" });
  await saveDraft(drafts(), id, 1, { name: "Theirs", website: "https://b.example" });
  const saved = await saveDraft(drafts(), id, 1, { name: "Mine", legalForm: "Foundation" });
  expect(saved).toEqual({ clash: ["name"], version: 2 });
  expect(await answers(id)).toEqual({
    name: "Theirs",
    legalForm: "Association",
    website: "https://b.example",
  });
  expect(await saveDraft(drafts(), id, 2, { name: "Mine" })).toEqual({ version: 3, others: [] });
});

it("I7: saying the same again changes nothing, and clashes with nobody", async () => {
  const id = await start({ members: { companies: 14, knowledge: 2 } });
  expect(await saveDraft(drafts(), id, 1, { members: { knowledge: 3, companies: 14 } })).toEqual({
    version: 2,
    others: [],
  });
  expect(await saveDraft(drafts(), id, 1, { members: { companies: 14, knowledge: 3 } })).toEqual({
    version: 2,
    others: [],
  });
});

it("I7: an answer can be taken away, which clashes like any other change", async () => {
  const id = await start({ recognisedBy: "Pôles" });
  expect(await saveDraft(drafts(), id, 1, { recognisedBy: null })).toEqual({ version: 2, others: [] });
  expect(await answers(id)).toEqual({});
  expect(await saveDraft(drafts(), id, 1, { recognisedBy: "Other" })).toEqual({
    clash: ["recognisedBy"],
    version: 2,
  });
});

it("I7: of many who write at once, no edit is lost and no version given twice", async () => {
  const id = await start({});
  const writers = Array.from({ length: 12 }, (_, n) => saveDraft(drafts(), id, 1, { [`field${n}`]: n }));
  const versions = (await Promise.all(writers)).map((saved) => saved!.version).sort((a, b) => a - b);
  expect(versions).toEqual(Array.from({ length: 12 }, (_, n) => n + 2));
  expect(await answers(id)).toEqual(
    Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`field${n}`, n])),
  );
});

it("I7: of two who write the same field at once, one is told", async () => {
  const id = await start({});
  const saved = await Promise.all(["a", "b"].map((name) => saveDraft(drafts(), id, 1, { name })));
  const clashes = saved.filter((one) => one && "clash" in one);
  expect(clashes).toEqual([{ clash: ["name"], version: 2 }]);
  const winner = saved.findIndex((one) => one && !("clash" in one));
  expect(await answers(id)).toEqual({ name: ["a", "b"][winner] });
});

it("I7: whoever names a version that never was has seen nothing, and writes over nobody's answers", async () => {
  const id = await start({ name: "Kita", members: 12 });
  expect(await saveDraft(drafts(), id, 999, { name: "Kitakyushu" })).toEqual({ clash: ["name"], version: 1 });
  expect(await saveDraft(drafts(), id, 999, { offers: "wind" })).toEqual({
    version: 2,
    others: ["name", "members"],
  });
});

it("cannot save what is not there", async () => {
  expect(await saveDraft(drafts(), "no-such-draft", 1, { name: "x" })).toBeUndefined();
});

const asked = (key: string) => ({ name: "trial.submit", key, hash: `hash-of-${key}` });
const seal = async (id: string, key: string) =>
  sealDraft(drafts(), (await drafts().findById(id).lean())!, asked(key));

it("A1: takes no save while it is sealed, and says by whom", async () => {
  const id = await start({ name: "Kita" });
  expect(await seal(id, "one")).toBe(true);
  expect(await saveDraft(drafts(), id, 1, { name: "Kitakyushu" })).toEqual({
    sealed: asked("one"),
    version: 1,
  });
  expect(await saveDraft(drafts(), id, 1, { name: "Kita" })).toEqual({ version: 1, others: [] });
  await unsealDraft(drafts(), id, asked("another"));
  expect(await saveDraft(drafts(), id, 1, { name: "Kitakyushu" })).toMatchObject({ sealed: asked("one") });
  await unsealDraft(drafts(), id, asked("one"));
  expect(await saveDraft(drafts(), id, 1, { name: "Kitakyushu" })).toEqual({ version: 2, others: [] });
});

it("A1: is sealed as it was read, or not at all", async () => {
  const id = await start({ name: "Kita" });
  const read = (await drafts().findById(id).lean())!;
  await saveDraft(drafts(), id, 1, { name: "Kitakyushu" });
  expect(await sealDraft(drafts(), read, asked("one"))).toBe(false);
  expect(await seal(id, "one")).toBe(true);
  const sealed = (await drafts().findById(id).lean())!;
  expect(await seal(id, "two")).toBe(true);
  expect(await sealDraft(drafts(), sealed, asked("three"))).toBe(false);
});

it("I7: of a save and a seal at once, one is told", async () => {
  for (let round = 0; round < 20; round++) {
    const id = await start({ name: "Kita" });
    const read = (await drafts().findById(id).lean())!;
    const [sealed, saved] = await Promise.all([
      sealDraft(drafts(), read, asked("one")),
      saveDraft(drafts(), id, 1, { name: "Kitakyushu" }),
    ]);
    expect("others" in saved!).toBe(!sealed);
  }
});

it("A1: is swept when its time is over, and not before, and never once something came of it", async () => {
  const end = new Date("2026-12-23T09:00:00Z");
  const [over, sent] = [await start({}, end), await start({}, end)];
  await keepDraft(mongo, "trial", sent);
  expect(await sweepDrafts(mongo, "trial", end)).toHaveLength(0);
  expect(await sweepDrafts(mongo, "trial", new Date(end.getTime() + 1))).toHaveLength(1);
  expect(await drafts().findById(over)).toBeNull();
  expect(await drafts().findById(sent)).not.toBeNull();
});

it("A1: has a day more when it was about to be sent", async () => {
  const end = new Date("2026-12-23T09:00:00Z");
  const id = await start({}, end);
  await seal(id, "one");
  expect(await sweepDrafts(mongo, "trial", new Date(end.getTime() + dayMs))).toHaveLength(0);
  expect(await sweepDrafts(mongo, "trial", new Date(end.getTime() + dayMs + 1))).toHaveLength(1);
  expect(await drafts().findById(id)).toBeNull();
});

const endOf = async (id: string) => (await drafts().findById(id).lean<Draft>())?.endsAt;
const readAt = (id: string, now: Date) => draftOf({ mongo, clock: manualClock(now) }, "trial", id);

it("A1: lasts thirty days from the last save, and never less than was said before", async () => {
  const id = await start({}, after(30));
  await saveDraft(drafts(), id, 1, { name: "Kita" }, after(12));
  expect(await endOf(id)).toEqual(after(42));
  expect(await saveDraft(drafts(), id, 1, { name: "Another" }, after(20))).toHaveProperty("clash");
  expect(await endOf(id)).toEqual(after(42));
  const takenBack = await start({}, after(90));
  await saveDraft(drafts(), takenBack, 1, { name: "Kita" }, after(1));
  expect(await endOf(takenBack)).toEqual(after(90));
});

it("A1: that something came of has no end, however often it is saved", async () => {
  const id = await start({}, after(30));
  await keepDraft(mongo, "trial", id);
  expect(await saveDraft(drafts(), id, 1, { name: "Kita" }, after(500))).toEqual({ version: 2, others: [] });
  expect(await endOf(id)).toBeUndefined();
});

it("A1: is neither read nor written past its end, before a sweep has come", async () => {
  const id = await start({ name: "Kita" }, after(30));
  expect(await readAt(id, after(30))).toMatchObject({ version: 1 });
  expect(await readAt(id, after(30, 1))).toBeUndefined();
  expect(await saveDraft(drafts(), id, 1, { name: "Kitakyushu" }, after(30, 1))).toBeUndefined();
  expect(await answers(id)).toEqual({ name: "Kita" });
  // What was on its way has its day.
  await seal(id, "one");
  expect(await readAt(id, after(31))).toMatchObject({ version: 1 });
  expect(await readAt(id, after(31, 1))).toBeUndefined();
});

it("A1: of a last save and the sweep, one is too late: what was saved is there", async () => {
  for (let round = 0; round < 20; round++) {
    const id = await start({ name: "Kita" }, after(30));
    const [saved] = await Promise.all([
      saveDraft(drafts(), id, 1, { name: "Kitakyushu" }, after(30)),
      sweepDrafts(mongo, "trial", after(30, 1)),
    ]);
    expect((await drafts().findById(id).lean())?.version).toBe(saved ? 2 : undefined);
  }
});
