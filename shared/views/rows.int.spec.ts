import Type from "typebox";
import logService from "#services/log/log.service.ts";
import { nobody } from "../access/principal.ts";
import { contract } from "../contract/contract.ts";
import { closed } from "../contract/schemas.ts";
import { serve } from "../contract/serve.ts";
import { idOf } from "../log/events.ts";
import { database } from "../mongo/connect.ts";
import { databaseUri, startNode } from "../testing/node.ts";
import { noteRows, notes, notesService } from "../testing/notes.ts";
import { rebuild } from "./rebuild.ts";
import { openRows } from "./rows.ts";
import { view } from "./view.ts";

const mongoUri = databaseUri();
const start = () => startNode({ services: [logService, notesService], config: { mongoUri } });
type Node = Awaited<ReturnType<typeof start>>;
const write = (node: Node, id: string) => node.as(nobody, notes.actions.write, { id, text: "first" });
const rowsOf = ({ kernel }: Node) =>
  database(kernel.mongo)
    .collection<{ _id: string; note: string; version: number }>("notes.notes")
    .find({})
    .sort({ _id: 1 })
    .toArray();

async function change(node: Node, id: string): Promise<void> {
  const { version } = (await node.as(nobody, notes.actions.note, { id })) as { version: number };
  await node.as(nobody, notes.actions.change, { id, text: "second", version });
}

it("J4: rows that a process before has written are written over, as a rebuild does", async () => {
  const before = await start();
  for (let n = 0; n < 4; n++) await write(before, `note-${n}`);
  await before.settled();
  await before.broker.stop();

  const after = await start();
  const first = await rowsOf(after);
  await Promise.all([change(after, "note-1"), change(after, "note-2"), write(after, "fresh")]);
  await after.settled();
  const second = await rowsOf(after);
  const moved = second.filter(({ _id, note }) => first.find((row) => row._id === _id)?.note !== note);
  expect([first.length, moved.map(({ _id }) => _id)]).toEqual([4, ["fresh", "note-1", "note-2"]]);

  await rebuild(after.kernel, noteRows);
  expect(await rowsOf(after)).toEqual(second);
  await after.stop();
});

it("J4: rows that are new, known and taken for new are written in one step", async () => {
  const own = view<{ type: "NoteWritten"; data: { note: string } }>()({
    name: "heard.counts",
    version: 1,
    row: closed({ count: Type.Integer() }),
    on: {
      NoteWritten: async (event, rows) => {
        // Read, so known; the note's own row is not, whether it is there or not.
        const { count } = (await rows.get("all")) ?? { count: 0 };
        rows.put("all", { count: count + 1 });
        rows.put(idOf(event), { count });
      },
    },
  });
  const heard = serve(contract({ name: "heard", actions: {}, events: {} }))({
    handlers: {},
    views: [own],
  });
  const config = { mongoUri: databaseUri() };
  const begin = () => startNode({ services: [logService, notesService, heard], config });
  const before = await begin();
  for (const id of ["one", "two"]) await write(before, `note-${id}`);
  await before.settled();
  await before.broker.stop();
  const after = await begin();
  await Promise.all([change(after, "note-one"), write(after, "note-three")]);
  await after.settled();
  const rows = await database(after.kernel.mongo).collection<any>("heard.counts").find({}).toArray();
  expect(rows.map(({ _id }) => _id).sort()).toEqual(["all", "note-one", "note-three", "note-two"]);
  expect(rows.find(({ _id }) => _id === "all")).toEqual({ _id: "all", count: 4 });
  await after.stop();
});

it("rows that left memory are looked up when they turn out to be there", async () => {
  const node = await start();
  const stored = database(node.kernel.mongo).collection<any>("trial");
  const batch = openRows(noteRows, () => stored);
  const many = Array.from({ length: 2_100 }, (_, n) => `row-${n}`);
  for (const id of many) batch.rows.put(id, { note: "a", version: 1 });
  await stored.bulkWrite(batch.changes());
  batch.keep();
  for (const id of [...many.slice(0, 3), "new"]) batch.rows.put(id, { note: "a", version: 2 });
  await expect(stored.bulkWrite(batch.changes(), { ordered: false })).rejects.toThrow(/duplicate|E11000/i);
  await batch.settle();
  expect(batch.changes().map((operation) => Object.keys(operation)[0])).toEqual(Array(4).fill("replaceOne"));
  await stored.bulkWrite(batch.changes());
  expect(await stored.countDocuments({ version: 2 })).toBe(4);
  await node.stop();
});
