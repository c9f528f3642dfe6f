import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyInstance } from "fastify";
import gateway from "#services/gateway/gateway.service.ts";
import logService from "#services/log/log.service.ts";
import { nobody } from "#shared/access/principal.ts";
import { database } from "#shared/mongo/connect.ts";
import { alarmsOf, retryAlarm, stoppedAlarms } from "#shared/reactions/alarms.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import { notes, notesService } from "#shared/testing/notes.ts";
import { marksOf, retryMark, stopped } from "#shared/views/marks.ts";
import { calmRows, echoesService, echoRows, fault, handlerFault, pickyRows } from "./echoes.ts";

let node: TestNode;

beforeAll(async () => {
  node = await startNode({ services: [logService, notesService, echoesService, gateway] });
});
afterAll(() => node.stop());

const write = (id: string) => node.as(nobody, notes.actions.write, { id, text: "words" });
const marks = () => marksOf(node.kernel.mongo);
const rows = (name: string) => database(node.kernel.mongo).collection<{ _id: string; times?: number }>(name);
const ids = async (name: string) => (await rows(name).find({}).toArray()).map(({ _id }) => _id).sort();

async function until<T>(look: () => Promise<T>, holds: (seen: T) => boolean): Promise<T> {
  for (;;) {
    const seen = await look();
    if (holds(seen)) return seen;
    await sleep(50);
  }
}

async function readiness(): Promise<{ ready: boolean; stopped: { name: string }[]; stoppedAlarms: number }> {
  const { app } = node.broker.getLocalService("gateway") as unknown as { app: FastifyInstance };
  await sleep(1_100);
  return (await app.inject({ url: "/readyz" })).json();
}

it("J3: an event that a view and a reaction cannot take stops these two, and nothing else", async () => {
  await write("poison-1");
  await write("after-it");
  await until(
    () => stopped(marks()),
    (found) => found.length === 2,
  );
  expect(
    await until(
      () => ids(calmRows.name),
      (found) => found.length === 2,
    ),
  ).toEqual(["after-it", "poison-1"]);
  expect(
    await until(
      () => ids(echoRows.name),
      (found) => found.length === 2,
    ),
  ).toEqual(["after-it", "poison-1"]);
  expect(await ids(pickyRows.name)).toEqual([]);
});

it("J4: what stands still is named where the operator looks, with the event", async () => {
  const { stopped: named } = await readiness();
  const at = { event: "1.0" };
  expect(named).toEqual(
    expect.arrayContaining([
      { name: "echoes.picky", ...at },
      { name: "echoes.picky-reaction", ...at },
    ]),
  );
  expect(named).toHaveLength(2);
});

it("J4: tried again while the fault is there, it stops again; once mended, it takes all that came since", async () => {
  await retryMark(marks(), "echoes.picky");
  await until(
    () => stopped(marks()),
    (found) => found.length === 2,
  );
  fault.isThere = false;
  await retryMark(marks(), "echoes.picky");
  await retryMark(marks(), "echoes.picky-reaction");
  expect(
    await until(
      () => ids(pickyRows.name),
      (found) => found.length === 2,
    ),
  ).toEqual(["after-it", "poison-1"]);
  await until(
    () => ids(echoRows.name),
    (found) => found.length === 4,
  );
  expect((await readiness()).stopped).toEqual([]);
});

it("J4: an alarm that no service takes holds up no other, is counted, and is rung when asked again", async () => {
  await write("bad-alarm");
  await write("good-alarm");
  await until(
    () => ids(echoRows.name),
    (found) => found.includes("later-good-alarm"),
  );
  const alarms = alarmsOf(node.kernel.mongo);
  const [failed] = await until(
    () => stoppedAlarms(alarms),
    (found) => found.length === 1,
  );
  expect((await readiness()).stoppedAlarms).toBe(1);
  await alarms.updateOne({ _id: failed!._id }, { $set: { input: { id: "put-right" } } });
  expect(await retryAlarm(alarms, failed!._id)).toBe(true);
  await until(
    () => ids(echoRows.name),
    (found) => found.includes("put-right"),
  );
  expect((await readiness()).stoppedAlarms).toBe(0);
});

it("J4: a command whose handler throws stops the reaction and the alarm that send it, until its code is mended", async () => {
  handlerFault.isThere = true;
  await write("broken-1");
  const alarms = alarmsOf(node.kernel.mongo);
  const [failed] = await until(
    () => stoppedAlarms(alarms),
    (found) => found.length === 1,
  );
  const [reaction] = await until(
    () => stopped(marks()),
    (found) => found.length === 1,
  );
  expect(reaction).toMatchObject({
    _id: "echoes.calm-reaction",
    failed: { error: "TypeError: x is not a function", tries: 5 },
  });
  expect(failed).toMatchObject({ failed: "TypeError: x is not a function" });
  expect(await readiness()).toMatchObject({
    stopped: [{ name: "echoes.calm-reaction", event: reaction!.failed!.event }],
    stoppedAlarms: 1,
  });
  handlerFault.isThere = false;
  await retryMark(marks(), "echoes.calm-reaction");
  await retryAlarm(alarms, failed!._id);
  await until(
    () => ids(echoRows.name),
    (found) => found.includes("broken-1") && found.includes("later-broken-1"),
  );
});

it("J3: a reaction that hears everything again, and a second copy of the process, change nothing", async () => {
  const before = await until(
    () => rows(echoRows.name).find({}).sort({ _id: 1 }).toArray(),
    (found) => found.length >= 8,
  );
  await node.settled();
  await marks().updateOne({ _id: "echoes.calm-reaction" }, { $set: { position: 0 } });
  const { mongoUri } = node.kernel.config;
  const second = await startNode({
    services: [logService, notesService, echoesService],
    config: { mongoUri },
  });
  await second.settled();
  await node.settled();
  expect(await rows(echoRows.name).find({}).sort({ _id: 1 }).toArray()).toEqual(before);
  expect(before.every(({ times }) => times === 1)).toBe(true);
  const written = await Promise.all(
    [node, second].map((one) =>
      one.as(nobody, notes.actions.write, { id: `from-${one.broker.nodeID.length}`, text: "w" }),
    ),
  );
  expect(written).toHaveLength(2);
  await Promise.all([node.settled(), second.settled()]);
  expect(await ids(pickyRows.name)).toEqual(await ids(calmRows.name));
  await second.broker.stop();
});
