import { jest } from "@jest/globals";
import logService from "#services/log/log.service.ts";
import { nobody } from "../access/principal.ts";
import { manualClock } from "../clock/clock.ts";
import { partsOf } from "../contract/serve.ts";
import { reasonsOf } from "../reads/reasons.ts";
import { startNode, type TestNode } from "../testing/node.ts";
import { notes, notesService } from "../testing/notes.ts";
import { documentsOf } from "./collection.ts";
import { keptOf } from "./kept.ts";

jest.setTimeout(60_000);

const { actions } = notes;
const start = new Date("2026-11-23T09:00:00Z");
const hour = 60 * 60_000;
const clock = manualClock(start);
let node: TestNode;

beforeAll(async () => {
  node = await startNode({ services: [logService, notesService], clock });
});
beforeEach(() => clock.set(start));
afterAll(() => node.stop());

const documents = () => documentsOf<{ text: string }>(node.kernel.mongo, "notes");
const textsPending = async () =>
  (await documents().find({ pending: true }).lean()).map(({ doc }) => doc.text);
const sweep = () => partsOf(node.broker, "notes")!.keeper.sweep();

it("what was remembered is read again, and stands nowhere in the log", async () => {
  await node.as(nobody, actions.write, { id: "first", text: "Call Aiko before Friday." });
  await node.settled();
  expect(await node.as(nobody, actions.note, { id: "first" })).toMatchObject({
    text: "Call Aiko before Friday.",
  });
  const log = JSON.stringify(await node.kernel.log.find().toArray());
  expect(log).toContain("NoteWritten");
  expect(log).not.toContain("Aiko");
});

it("is pending until an event names it, and for ever when its command was refused", async () => {
  await node.as(nobody, actions.write, { id: "second", text: "taken" });
  expect(await node.as(nobody, actions.write, { id: "second", text: "refused" })).toMatchObject({
    refused: "notes.written-already",
  });
  await node.settled();
  expect(await textsPending()).toEqual(["refused"]);
});

it("is swept when nobody has named it for a day, and not an hour earlier", async () => {
  clock.advance(23 * hour);
  expect(await sweep()).toMatchObject({ documents: 0 });
  clock.advance(2 * hour);
  expect(await sweep()).toMatchObject({ documents: 1 });
  expect(await textsPending()).toEqual([]);
});

it("is never swept once it is named, however old", async () => {
  clock.advance(10 * 365 * 24 * hour);
  expect(await sweep()).toMatchObject({ documents: 0 });
  expect(await node.as(nobody, actions.note, { id: "second" })).toMatchObject({ text: "taken" });
});

it("a document that was erased leaves the record without its words", async () => {
  const { mongo } = node.kernel;
  await mongo.db!.collection("notes.documents").deleteOne({ "doc.text": "taken" });
  expect(await node.as(nobody, actions.note, { id: "second" })).toMatchObject({ text: null });
});

it("refuses to start with a collection in which nothing says whose it is", () => {
  const { mongo } = node.kernel;
  expect(() => keptOf(mongo, "notes", { models: { person: [reasonsOf] } })).not.toThrow();
  expect(() => keptOf(mongo, "notes", { models: { persen: [reasonsOf] } })).toThrow("no field persen");
});
