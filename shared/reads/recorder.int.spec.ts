import { jest } from "@jest/globals";
import logService from "#services/log/log.service.ts";
import type { Principal } from "../access/principal.ts";
import { manualClock } from "../clock/clock.ts";
import { partsOf } from "../contract/serve.ts";
import { Unrecorded } from "../errors/errors.ts";
import { connect } from "../mongo/connect.ts";
import { startNode, type TestNode } from "../testing/node.ts";
import { notes, notesService } from "../testing/notes.ts";
import { type Batch, batchCollection, keptMs } from "./batches.ts";
import { reasonsOf } from "./reasons.ts";
import { openReads } from "./recorder.ts";
import { verifyReads } from "./verify.ts";

jest.setTimeout(60_000);

const { actions } = notes;
const start = new Date("2026-11-23T09:00:00Z");
const clock = manualClock(start);
const leen: Principal = { kind: "person", person: "leen", organisation: "office", roles: ["officer"] };
const read = { person: "leen", organisation: "office", action: "notes.note" };

let node: TestNode;
beforeEach(async () => {
  clock.set(start);
  node = await startNode({ services: [logService, notesService], clock });
  await node.as(leen, actions.write, { id: "first", text: "Call Aiko." });
  await node.settled();
});
afterEach(() => node.stop());

const batches = () => batchCollection(node.kernel.mongo);
const all = () => batches().find({}).sort({ _id: 1 }).toArray();
const lines = async () => (await all()).flatMap(({ reads }) => reads);
const verified = () => verifyReads(node.kernel.mongo, clock.now());
const ask = (meta: object, action: { name: string } = actions.note, id = "first") =>
  node.broker.call(action.name, { id }, { meta });

it("I4: what a person reads of others is one line, with who, for whom, what and why", async () => {
  await ask({ who: leen, trace: "trace-1", reason: "The cluster called." });
  const [line] = await lines();
  expect(line).toEqual({ ...read, trace: "trace-1", reason: expect.any(String) });
  expect(JSON.stringify(await all())).not.toContain("called");
  expect(await reasonsOf(node.kernel.mongo).findById(line!.reason).lean()).toMatchObject({
    person: "leen",
    text: "The cluster called.",
  });
});

it("I4: one request is one line, however often it is tried or followed", async () => {
  for (let n = 0; n < 3; n++) await ask({ who: leen, trace: "trace-1" });
  await Promise.all([1, 2].map(() => ask({ who: leen, trace: "trace-2" })));
  expect((await lines()).map(({ trace }) => trace)).toEqual(["trace-1", "trace-2"]);
});

it("I4: nothing is written of who is no person, is refused, or finds nothing", async () => {
  for (const who of [
    { kind: "nobody" },
    { kind: "system", system: "notes" },
    { kind: "link", registration: "x12" },
  ])
    await ask({ who });
  expect(await node.as(leen, actions.note, { id: "missing" })).toMatchObject({ refused: "not-found" });
  expect(await all()).toEqual([]);
});

it("I4: what cannot be written down is not read, and is read again when it can", async () => {
  await node.as(leen, actions.note, { id: "first" });
  // Of the same moment: the second is refused for as long as this index is there.
  await batches().createIndex({ at: 1 }, { unique: true, name: "none" });
  await expect(node.as(leen, actions.note, { id: "first" })).rejects.toThrow(Unrecorded);
  await batches().dropIndex("none");
  expect(await node.as(leen, actions.note, { id: "first" })).toMatchObject({ text: "Call Aiko." });
  expect(await lines()).toHaveLength(2);
});

it("I4: many at once share batches; several processes number theirs without a gap", async () => {
  const other = await connect(node.kernel.config.mongoUri);
  const [one, two] = [openReads(node.kernel.mongo, clock), openReads(other, clock)];
  const recorded = Array.from({ length: 200 }, (_, n) =>
    (n % 2 ? one : two).record({ ...read, record: `record-${n}` }),
  );
  await Promise.all(recorded);
  await other.close();
  const found = await all();
  expect(found.map(({ _id }) => _id)).toEqual(found.map((_batch, n) => n + 1));
  expect(found.length).toBeLessThan(20);
  const records = found.flatMap(({ reads }) => reads.map(({ record }) => record));
  expect(new Set(records).size).toBe(200);
  expect(records).toHaveLength(200);
  expect(await verified()).toEqual({ head: found.length, hash: found.at(-1)!.hash });
});

async function write(count: number): Promise<Batch[]> {
  for (let n = 0; n < count; n++) {
    await node.kernel.reads.record({ ...read, record: `record-${n}` });
    clock.advance(60_000);
  }
  return all();
}

describe("I4: names the first number at which someone", () => {
  const tampering: Record<string, { bad: number; do: () => Promise<unknown> }> = {
    "changed who read": {
      bad: 3,
      do: () => batches().updateOne({ _id: 3 }, { $set: { "reads.0.person": "an" } }),
    },
    "changed when": { bad: 3, do: () => batches().updateOne({ _id: 3 }, { $set: { at: new Date(0) } }) },
    "dropped one": { bad: 3, do: () => batches().deleteOne({ _id: 3 }) },
    "cut off the front before its term": { bad: 2, do: () => batches().deleteMany({ _id: { $lte: 2 } }) },
  };
  it.each(Object.entries(tampering))("%s", async (_what, { bad, do: tamper }) => {
    await write(5);
    await tamper();
    expect(await verified()).toMatchObject({ bad });
  });

  it("cut off the end, to whoever noted an earlier head", async () => {
    const { _id: number, hash } = (await write(5)).at(-1)!;
    await batches().deleteOne({ _id: 5 });
    expect(await verified()).not.toHaveProperty("bad");
    expect(await verifyReads(node.kernel.mongo, clock.now(), { number, hash })).toMatchObject({ bad: 5 });
  });
});

it("K6: what was read is known for two years; what is left is still verified", async () => {
  await write(2);
  clock.advance(keptMs - 3.5 * 60_000);
  await write(2);
  await partsOf(node.broker, "notes")!.keeper.sweep();
  expect((await all()).map(({ _id }) => _id)).toEqual([2, 3, 4]);
  expect(await verified()).toMatchObject({ head: 4 });
  expect(await verified()).not.toHaveProperty("bad");
  await batches().updateOne({ _id: 2 }, { $set: { at: new Date(0) } });
  expect(await verified()).toMatchObject({ bad: 2 });
});
