import { setTimeout as sleep } from "node:timers/promises";
import { jest } from "@jest/globals";
import type { FastifyInstance } from "fastify";
import gateway from "#services/gateway/gateway.service.ts";
import logService from "#services/log/log.service.ts";
import { nobody } from "#shared/access/principal.ts";
import { manualClock } from "#shared/clock/clock.ts";
import { contract, save } from "#shared/contract/contract.ts";
import { closed, DocumentId } from "#shared/contract/schemas.ts";
import { serve } from "#shared/contract/serve.ts";
import { idOf } from "#shared/log/events.ts";
import { reaction } from "#shared/reactions/reaction.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import { notes, notesService } from "#shared/testing/notes.ts";
import { view } from "#shared/views/view.ts";
import { freePort } from "../../scripts/servers/local.ts";

jest.setTimeout(60_000);

type NoteWritten = { type: "NoteWritten"; data: { note: string } };

/** A service that is not there yet. */
const absent = contract({
  name: "absent",
  actions: { hear: save({ may: "anyone", input: closed({}), output: closed({}) }) },
  events: {},
});
const gate = Promise.withResolvers<void>();

const slowRows = view<NoteWritten>()({
  name: "waiting.slow",
  version: 1,
  row: closed({ note: DocumentId() }),
  on: {
    async NoteWritten(event, rows) {
      await gate.promise;
      rows.put(idOf(event), { note: event.data.note });
    },
  },
});

const waiting = serve(contract({ name: "waiting", actions: {}, events: {} }))({
  handlers: {},
  views: [slowRows],
  reactions: [
    reaction<NoteWritten>()({
      name: "waiting.asker",
      on: { NoteWritten: (_event, { send }) => send(absent.actions.hear, {}) },
    }),
    reaction<NoteWritten>()({
      name: "waiting.planner",
      on: { NoteWritten: (event, { later }) => later(event.at, absent.actions.hear, {}) },
    }),
  ],
});

const clock = manualClock(new Date("2026-11-23T09:00:00Z"));
let node: TestNode;
let metricsPort: number;

beforeAll(async () => {
  metricsPort = await freePort();
  const services = [logService, notesService, waiting, gateway];
  node = await startNode({ services, clock, config: { metricsPort } });
});
afterAll(async () => {
  gate.resolve();
  await node.stop();
});

type Health = { stopped: object[]; behind: string[]; overdueAlarms: number };

/** What the operator sees, once all that looks every second has looked. */
async function look(): Promise<Health> {
  const { app } = node.broker.getLocalService("gateway") as unknown as { app: FastifyInstance };
  await sleep(2_500);
  return (await app.inject({ url: "/readyz" })).json();
}

async function gaugeOf(name: string): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  return Number(new RegExp(`^${name}\\{.*\\} (\\d+)`, "m").exec(text)?.[1]);
}

it("J3: a view or reaction that is a minute behind, and an alarm that is, are named, and no longer once they have come on", async () => {
  const warn = jest.spyOn(node.broker.logger, "warn");
  const warned = () => warn.mock.calls.flatMap(([line]) => /^(\S+) has been behind/.exec(line)?.[1] ?? []);
  await node.as(nobody, notes.actions.write, { id: "a-note", text: "words" });
  await look();
  clock.advance(59_000);
  expect(await look()).toMatchObject({ behind: [], overdueAlarms: 0 });
  expect(warned()).toEqual([]);
  clock.advance(1_000);
  const late = await look();
  expect(late).toMatchObject({ stopped: [], overdueAlarms: 1 });
  expect(late.behind).toEqual(["waiting.asker", "waiting.slow"]);
  expect(warned().sort()).toEqual(late.behind);
  expect(await gaugeOf("causeway_consumers_behind")).toBe(2);
  expect(await gaugeOf("causeway_alarms_overdue")).toBe(1);
  gate.resolve();
  const hear = async () => ({});
  node.broker.createService(serve(absent)({ handlers: { hear } }));
  await node.settled();
  expect(await look()).toMatchObject({ behind: [], overdueAlarms: 0 });
});
