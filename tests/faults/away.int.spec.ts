import { setTimeout as sleep } from "node:timers/promises";
import { jest } from "@jest/globals";
import logService from "#services/log/log.service.ts";
import { nobody } from "#shared/access/principal.ts";
import { contract } from "#shared/contract/contract.ts";
import { closed, DocumentId } from "#shared/contract/schemas.ts";
import { serve } from "#shared/contract/serve.ts";
import { idOf } from "#shared/log/events.ts";
import { database } from "#shared/mongo/connect.ts";
import { reaction } from "#shared/reactions/reaction.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import { notes, notesService } from "#shared/testing/notes.ts";
import { marksOf, retryMark, stopped } from "#shared/views/marks.ts";
import { view } from "#shared/views/view.ts";
import { until } from "./portal.ts";
import { type OwnServer, startMongoDb } from "./server.ts";

jest.setTimeout(120_000);

let server: OwnServer;
let node: TestNode;

beforeAll(async () => {
  server = await startMongoDb();
  node = await startNode({ services: [logService, notesService, frail], config: { mongoUri: server.url } });
});
afterAll(async () => {
  await node?.broker.stop();
  await server?.stop();
});

/** Longer than the driver looks for a server, so that whoever asks now is told no. */
const awayMs = 4_000;

async function goAway(): Promise<void> {
  server.signal("SIGKILL");
  await sleep(awayMs);
  await server.start();
}

/** Fails at what is poison; at the chosen try the database goes away first, and its return is not waited for. */
function openFault() {
  let tries = 0;
  let awayAt = 0;
  let isThere = false;
  let back = Promise.resolve();
  return {
    begin(at: number) {
      tries = 0;
      awayAt = at;
      isThere = true;
    },
    async mend() {
      await back;
      isThere = false;
    },
    take(id: string) {
      if (!isThere || !id.startsWith("poison")) return;
      tries += 1;
      if (tries === awayAt) back = goAway();
      throw new Error("This one cannot be taken.");
    },
  };
}

const viewFault = openFault();
const reactionFault = openFault();
const folded: string[] = [];
const heard: string[] = [];

type NoteWritten = { type: "NoteWritten"; data: { note: string } };
const row = closed({ note: DocumentId() });

const calmRows = view<NoteWritten>()({
  name: "frail.calm",
  version: 1,
  row,
  on: { NoteWritten: (event, rows) => rows.put(idOf(event), { note: event.data.note }) },
});

const pickyRows = view<NoteWritten>()({
  name: "frail.picky",
  version: 1,
  row,
  on: {
    NoteWritten: (event, rows) => {
      viewFault.take(idOf(event));
      folded.push(idOf(event));
      rows.put(idOf(event), { note: event.data.note });
    },
  },
});

const listener = reaction<NoteWritten>()({
  name: "frail.listener",
  on: {
    NoteWritten: (event) => {
      reactionFault.take(idOf(event));
      heard.push(idOf(event));
    },
  },
});

const frail = serve(contract({ name: "frail", actions: {}, events: {} }))({
  handlers: {},
  views: [calmRows, pickyRows],
  reactions: [listener],
});

const write = (id: string) => node.as(nobody, notes.actions.write, { id, text: "words" });
const marks = () => marksOf(node.kernel.mongo);
const rows = (name: string) => database(node.kernel.mongo).collection<{ _id: string }>(name);
const has = async (name: string, id: string) => (await rows(name).countDocuments({ _id: id })) === 1;
const stands = async (name: string) => (await stopped(marks())).some(({ _id }) => _id === name);

it("J3: a view that leaves the others while the database is away is followed again, and by one", async () => {
  viewFault.begin(1);
  await write("poison-1");
  await until("it stands", () => stands(pickyRows.name).catch(() => false), 60_000);
  await viewFault.mend();
  await retryMark(marks(), pickyRows.name);
  await write("after-1");
  await until("it goes on", () => has(pickyRows.name, "after-1"));
  await until("the others too", () => has(calmRows.name, "after-1"));
  await node.settled();
  expect(folded.filter((id) => id === "after-1")).toHaveLength(1);
});

it("J4: a view that stops while the database is away, and stands while it is away again, can be told to go on", async () => {
  // By now it follows alone: its fifth try is its last.
  viewFault.begin(5);
  await write("poison-2");
  await until("it stands", () => stands(pickyRows.name).catch(() => false), 60_000);
  await viewFault.mend();
  await goAway();
  await retryMark(marks(), pickyRows.name);
  await until("it goes on", () => has(pickyRows.name, "poison-2"));
  await node.settled();
});

it("J4: a reaction that stops while the database is away, and stands while it is away again, can be told to go on", async () => {
  reactionFault.begin(5);
  await write("poison-3");
  await until("it stands", () => stands(listener.name).catch(() => false), 60_000);
  await reactionFault.mend();
  await goAway();
  await retryMark(marks(), listener.name);
  await until("it goes on", () => heard.includes("poison-3"));
  await node.settled();
});
