import Type from "typebox";
import logService from "#services/log/log.service.ts";
import { nobody } from "../access/principal.ts";
import { contract } from "../contract/contract.ts";
import { closed } from "../contract/schemas.ts";
import { serve } from "../contract/serve.ts";
import { idOf } from "../log/events.ts";
import { database } from "../mongo/connect.ts";
import { databaseUri, startNode } from "../testing/node.ts";
import { notes, notesService } from "../testing/notes.ts";
import { dropAbandoned } from "./rebuild.ts";
import { type View, view } from "./view.ts";

const heard = contract({ name: "heard", actions: {}, events: {} });
const said = (version: number, word: string): View =>
  view<{ type: "NoteWritten"; data: { note: string } }>()({
    name: "heard.words",
    version,
    row: closed({ word: Type.String() }),
    on: { NoteWritten: (event, rows) => rows.put(idOf(event), { word }) },
  });
const serviceWith = (own: View) => serve(heard)({ handlers: {}, views: [own] });

const mongoUri = databaseUri();
const start = (own: View) =>
  startNode({ services: [logService, notesService, serviceWith(own)], config: { mongoUri } });
type Node = Awaited<ReturnType<typeof start>>;
const write = (node: Node, id: string) => node.as(nobody, notes.actions.write, { id, text: "words" });
const rows = ({ kernel }: Node) =>
  database(kernel.mongo).collection<{ _id: string; word: string }>("heard.words").find({}).sort({ _id: 1 });

it("J5: a view of another version is whole before its service takes calls, and goes on from there", async () => {
  const before = await start(said(1, "old"));
  for (let n = 0; n < 5; n++) await write(before, `note-${n}`);
  await before.settled();
  await before.broker.stop();

  const after = await start(said(2, "new"));
  expect((await rows(after).toArray()).map(({ word }) => word)).toEqual(Array(5).fill("new"));
  await write(after, "note-5");
  await after.settled();
  expect((await rows(after).toArray()).map(({ word }) => word)).toEqual(Array(6).fill("new"));
  await after.stop();
});

it("J5: while a new version starts, a process of the old one goes on and does not spoil the rows", async () => {
  const old = await start(said(1, "old"));
  for (let n = 0; n < 5; n++) await write(old, `note-${n}`);
  const writing = (async () => {
    for (let n = 5; n < 40; n++) await write(old, `note-${n}`);
  })();
  const fresh = await start(said(2, "new"));
  await writing;
  await fresh.settled();
  expect(new Set((await rows(fresh).toArray()).map(({ word }) => word))).toEqual(new Set(["new"]));
  expect(await rows(fresh).toArray()).toHaveLength(40);
  await old.broker.stop();
  await fresh.stop();
});

it("J5: drops what a killed rebuild left behind a day ago, and nothing that may be at work", async () => {
  const before = await start(said(1, "old"));
  const db = database(before.kernel.mongo);
  const hours = (n: number) => Date.now() - n * 60 * 60_000;
  const left = [`heard.words.next-${hours(25)}-a`, "heard.words.next-b"];
  const others = [`heard.words.next-${hours(23)}-c`, `heard.wordsmiths.next-${hours(25)}-d`];
  for (const name of [...left, ...others]) await db.createCollection(name);
  await before.broker.stop();
  const after = await start(said(1, "old"));
  const found = async () => {
    const all = await database(after.kernel.mongo).listCollections({}, { nameOnly: true }).toArray();
    return all
      .map(({ name }) => name)
      .filter((name) => name.includes(".next-"))
      .sort();
  };
  // A server that was too busy to drop one drops it at the next start.
  if ((await found()).length > others.length) await dropAbandoned(after.kernel, said(1, "old"));
  expect(await found()).toEqual(others.sort());
  await after.stop();
});
