import Type from "typebox";
import logService from "#services/log/log.service.ts";
import { nobody } from "../access/principal.ts";
import { contract } from "../contract/contract.ts";
import { closed } from "../contract/schemas.ts";
import { serve } from "../contract/serve.ts";
import { reaction } from "../reactions/reaction.ts";
import { startNode } from "../testing/node.ts";
import { notes, notesService } from "../testing/notes.ts";
import { limits, marksOf } from "./marks.ts";
import { view } from "./view.ts";

type Never = { type: "NothingOfTheKind"; data: object };

const deaf = serve(contract({ name: "deaf", actions: {}, events: {} }))({
  handlers: {},
  views: [
    view<Never>()({
      name: "deaf.rows",
      version: 1,
      row: closed({ word: Type.String() }),
      on: { NothingOfTheKind: () => {} },
    }),
  ],
  reactions: [reaction<Never>()({ name: "deaf.hears", on: { NothingOfTheKind: () => {} } })],
});

const usual = limits.idle;
afterEach(() => {
  limits.idle = usual;
});

it("J5: consumers to which nothing happens move their marks along, so that a start need not read it all", async () => {
  limits.idle = 5;
  const node = await startNode({ services: [logService, notesService, deaf] });
  for (let n = 0; n < 20; n++) await node.as(nobody, notes.actions.write, { id: `note-${n}`, text: "words" });
  const head = await node.settled();
  const marks = await marksOf(node.kernel.mongo)
    .find({ _id: /^deaf\./ })
    .toArray();
  expect(marks.map(({ _id }) => _id).sort()).toEqual(["deaf.documents", "deaf.hears", "deaf.rows"]);
  for (const { position } of marks) expect(head - position).toBeLessThan(5);
  await node.stop();
});
