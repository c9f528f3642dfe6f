import logService from "#services/log/log.service.ts";
import { alarmsOf, stoppedAlarms } from "#shared/reactions/alarms.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import { notesService } from "#shared/testing/notes.ts";
import { echoes, echoesService } from "./echoes.ts";
import { until } from "./portal.ts";

let node: TestNode;

beforeAll(async () => {
  node = await startNode({ services: [logService, notesService, echoesService] });
});
afterAll(() => node.stop());

const alarm = (_id: string, action: string, minutesAgo: number) => ({
  ...{ _id, action, service: "echoes", due: new Date(Date.now() - minutesAgo * 60_000) },
  input: { id: "the-last-one" },
});

it("J4: alarms that nobody answers hold up no other, however many; one whose action is gone is counted", async () => {
  const alarms = alarmsOf(node.kernel.mongo);
  const asleep = Array.from({ length: 150 }, (_, n) => alarm(`asleep-${n}`, "elsewhere.wake", 10));
  await alarms.insertMany([
    ...asleep,
    alarm("gone", "echoes.shout", 10),
    alarm("last", echoes.actions.echo.name, 1),
  ]);
  await until("the last one has rung", async () => !(await alarms.findOne({ _id: "last" })), 20_000);
  const stopped = await stoppedAlarms(alarms);
  expect(stopped.map(({ _id, failed }) => [_id, failed])).toEqual([
    ["gone", "There is no action echoes.shout any more."],
  ]);
  expect(await alarms.countDocuments({ action: "elsewhere.wake" })).toBe(150);
});
