import Type from "typebox";
import { command, contract, event, query } from "../contract/contract.ts";
import { execute } from "../contract/execute.ts";
import { conflict, type KernelRefusal, refuse } from "../contract/refusals.ts";
import { closed, DocumentId, Id, Text, Version } from "../contract/schemas.ts";
import { serve } from "../contract/serve.ts";
import { recall, remember } from "../documents/remember.ts";
import type { Feature } from "../log/feature.ts";
import { batchesOf } from "../reads/batches.ts";
import { reasonsOf } from "../reads/reasons.ts";
import { read } from "../views/read.ts";
import { view } from "../views/view.ts";

/** The smallest service that has all there is: documents, a command, a view and a query. For specs of the kernel. */
export const notes = contract({
  name: "notes",
  actions: {
    write: command({
      may: "anyone",
      input: closed({ id: Id(), text: Text(100) }),
      output: closed({ id: Id() }),
      refusals: { "notes.written-already": conflict() },
    }),
    change: command({
      may: "anyone",
      edits: true,
      input: closed({ id: Id(), version: Version(), text: Text(100) }),
      output: closed({ id: Id() }),
    }),
    note: query({
      may: "anyone",
      input: closed({ id: Id() }),
      output: closed({ text: Type.Union([Text(100), Type.Null()]), version: Version() }),
    }),
  },
  events: { NoteWritten: event(1, closed({ note: DocumentId() })) },
});

type NoteWritten = { type: "NoteWritten"; data: { note: string } };
type Note = { written: boolean };

const note: Feature<Note, NoteWritten> = {
  name: "note",
  initial: { written: false },
  evolve: () => ({ written: true }),
};

/** A note that its view cannot take. */
export const poison = "poison";
const idOf = (stream: string) => stream.slice("note/".length);

export const noteRows = view<NoteWritten>()({
  name: "notes.notes",
  version: 1,
  row: closed({ note: DocumentId(), version: Version() }),
  on: {
    NoteWritten: ({ stream, data, position }, rows) => {
      if (idOf(stream) === poison) throw new Error("This one cannot be taken.");
      rows.put(idOf(stream), { note: data.note, version: position });
    },
  },
});

const kept = { kind: "note", subject: undefined, term: "while-member" } as const;

export const notesService = serve(notes)({
  handlers: {
    async write({ id, text }, ctx) {
      const document = await remember(ctx, kept, { text });
      const written: NoteWritten = { type: "NoteWritten", data: { note: document } };
      const decide = (state: Note) => (state.written ? refuse("notes.written-already") : [written]);
      return execute(ctx, note, id, decide, {}, {}, () => ({ id }));
    },
    async change({ id, version, text }, ctx) {
      const document = await remember(ctx, kept, { text });
      const written: NoteWritten = { type: "NoteWritten", data: { note: document } };
      return execute(
        ctx,
        note,
        id,
        (): NoteWritten[] | KernelRefusal => [written],
        {},
        {},
        () => ({ id }),
        { expected: version },
      );
    },
    async note({ id }, ctx) {
      const row = await (await read(ctx, noteRows)).findById(id).lean();
      // Read again, as a handler with several questions does.
      await read(ctx, noteRows);
      if (!row) return refuse("not-found");
      const text = (await recall<{ text: string }>(ctx, [row.note])).get(row.note)?.text ?? null;
      return { text, version: row.version };
    },
  },
  views: [noteRows],
  models: { person: [reasonsOf], nobody: [batchesOf] },
});
