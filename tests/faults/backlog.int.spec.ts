import { setTimeout as sleep } from "node:timers/promises";
import { jest } from "@jest/globals";
import logService from "#services/log/log.service.ts";
import { nobody } from "#shared/access/principal.ts";
import { contract, save } from "#shared/contract/contract.ts";
import { closed, Id } from "#shared/contract/schemas.ts";
import { serve } from "#shared/contract/serve.ts";
import { idOf } from "#shared/log/events.ts";
import { reaction } from "#shared/reactions/reaction.ts";
import { databaseUri, startNode } from "#shared/testing/node.ts";
import { notes, notesService } from "#shared/testing/notes.ts";

jest.setTimeout(60_000);

const teller = contract({
  name: "teller",
  actions: { tell: save({ may: "anyone", input: closed({ id: Id() }), output: closed({}) }) },
  events: {},
});
const told: string[] = [];
const telling = serve(teller)({
  handlers: {
    async tell({ id }) {
      await sleep(50);
      told.push(id);
      return {};
    },
  },
  reactions: [
    reaction<{ type: "NoteWritten"; data: object; stream: string }>()({
      name: "teller.hears",
      on: { NoteWritten: (event, { send }) => send(teller.actions.tell, { id: idOf(event) }) },
    }),
  ],
});

it("stops soon though much is still to be told, and tells the rest once after the next start", async () => {
  const config = { mongoUri: databaseUri() };
  const services = [logService, notesService, telling];
  const first = await startNode({ services, config });
  const ids = Array.from({ length: 100 }, (_, n) => `note-${n}`);
  await Promise.all(ids.map((id) => first.as(nobody, notes.actions.write, { id, text: "words" })));
  while (!told.length) await sleep(10);
  const errors = jest.spyOn(first.broker.getLocalService("teller").logger, "error");
  const began = performance.now();
  await first.broker.stop();
  expect(performance.now() - began).toBeLessThan(3_000);
  expect(errors).not.toHaveBeenCalled();
  expect(told.length).toBeLessThan(ids.length);

  const second = await startNode({ services, config });
  await second.settled();
  await second.stop();
  expect([...new Set(told)].sort()).toEqual(ids.sort());
  // What its commit holds beside is told again: its mark stands before the commit.
  expect(told.length).toBeLessThan(2 * ids.length);
});
