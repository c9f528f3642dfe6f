import { setTimeout as sleep } from "node:timers/promises";
import logService from "#services/log/log.service.ts";
import { nobody } from "#shared/access/principal.ts";
import { contract, save } from "#shared/contract/contract.ts";
import { closed, Id, list } from "#shared/contract/schemas.ts";
import { serve } from "#shared/contract/serve.ts";
import { idOf } from "#shared/log/events.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import { notes, notesService } from "#shared/testing/notes.ts";
import { marksOf, retryMark, stopped } from "#shared/views/marks.ts";
import { reactionToMany } from "./reaction.ts";

type Written = { type: "NoteWritten"; data: object };

const post = contract({
  name: "post",
  actions: {
    stamp: save({ may: "anyone", input: closed({ ids: list(Id(), 100, 1) }), output: closed({}) }),
  },
  events: {},
});
const stamped: string[][] = [];
let torn: string | undefined;
const stamping = serve(post)({
  handlers: {
    async stamp({ ids }) {
      await sleep(20);
      if (torn && ids.includes(torn)) throw new Error(`${torn} is torn`);
      stamped.push(ids);
      return {};
    },
  },
  reactions: [
    reactionToMany<Written>()({
      name: "post.stamps",
      to: ["NoteWritten"],
      react: (events, { send }) => send(post.actions.stamp, { ids: events.map(idOf) }),
    }),
    reactionToMany<Written>()({
      name: "post.commands",
      to: ["NoteWritten"],
      react: (events, { send }) => send(notes.actions.write, { id: `on-${idOf(events[0]!)}`, text: "words" }),
    }),
  ],
});

let node: TestNode;

beforeAll(async () => {
  node = await startNode({ services: [logService, notesService, stamping] });
});
beforeEach(() => stamped.splice(0));
afterAll(() => node.stop());

const write = (ids: string[]) =>
  Promise.all(ids.map((id) => node.as(nobody, notes.actions.write, { id, text: "words" })));
const marks = () => marksOf(node.kernel.mongo);

async function until<T>(look: () => Promise<T> | T, holds: (seen: T) => boolean): Promise<T> {
  const limit = performance.now() + 20_000;
  for (;;) {
    const seen = await look();
    if (holds(seen) || performance.now() > limit) return seen;
    await sleep(50);
  }
}

const failedAt = async (name: string) =>
  (
    await until(
      () => stopped(marks()),
      (all) => all.some(({ _id }) => _id === name),
    )
  ).find(({ _id }) => _id === name)?.failed;

it("takes what has come meanwhile together, each once, in its order", async () => {
  const ids = Array.from({ length: 150 }, (_, n) => `note-${n}`);
  await write(ids);
  await until(
    () => stamped.flat(),
    (all) => all.length >= ids.length,
  );
  expect(stamped.flat().sort()).toEqual(ids.toSorted());
  expect(stamped.length).toBeLessThan(20);
});

it("sends no commands, since their keys would name others at the next try", async () => {
  expect(await failedAt("post.commands")).toMatchObject({ error: expect.stringContaining("is no save") });
});

it("J4: stands still at the very event that cannot be taken, once those before it are; then takes the rest", async () => {
  torn = "torn-1";
  await write(["before-it"]);
  await write(["torn-1"]);
  await write(["after-it"]);
  expect(await failedAt("post.stamps")).toMatchObject({ error: expect.stringContaining("torn-1 is torn") });
  expect([...new Set(stamped.flat())]).toEqual(["before-it"]);
  torn = undefined;
  await retryMark(marks(), "post.stamps");
  expect(
    await until(
      () => stamped.flat(),
      (all) => all.includes("after-it"),
    ),
  ).toEqual(expect.arrayContaining(["torn-1", "after-it"]));
});
