import { setTimeout as sleep } from "node:timers/promises";
import type { ServiceBroker } from "moleculer";
import type { ManualClock } from "#shared/clock/clock.ts";
import { allPartsOf } from "#shared/contract/serve.ts";
import { kernelOf } from "#shared/kernel.ts";
import { settled } from "#shared/node/settled.ts";
import { alarmsOf } from "#shared/reactions/alarms.ts";

/** Something to send at an hour of a day, in Brussels. */
export type Entry = {
  day: number;
  hour: number;
  /** Entries of one lane and moment go in order, those of different lanes at once. */
  lane: string;
  /** It looks at rows that earlier entries have changed. */
  reads?: true;
  run(): Promise<void>;
};

type Moment = { at: Date; entries: Entry[] };

/** In order of time. Moments after `end` keep their order, but happen at `end`. */
export function momentsOf(
  entries: Entry[],
  moment: (day: number, hour: number) => Date,
  end: Date,
): Moment[] {
  const byHour = Map.groupBy(entries, ({ day, hour }) => moment(day, hour).getTime());
  return [...byHour]
    .sort(([one], [other]) => one - other)
    .map(([time, own]) => ({ at: new Date(Math.min(time, end.getTime())), entries: own }));
}

/** Sends everything with the clock at its moment. */
export async function play(
  broker: ServiceBroker,
  clock: ManualClock,
  moments: Moment[],
  tell: (at: Date, done: number) => void,
): Promise<void> {
  for (const [done, { at, entries }] of moments.entries()) {
    await ringUntil(broker, clock, at);
    // Views fold many commits at once when they are left to it, so they are waited for only where it matters.
    if (entries.some(({ reads }) => reads)) await settled(broker);
    clock.set(at);
    const lanes = Map.groupBy(entries, ({ lane }) => lane).values();
    await Promise.all([...lanes].map(inOrder));
    await untilAllHeard(broker);
    tell(at, done + 1);
  }
  await settled(broker);
}

/** Every alarm that is due by then rings at its own time. */
async function ringUntil(broker: ServiceBroker, clock: ManualClock, at: Date): Promise<void> {
  const alarms = alarmsOf(kernelOf(broker).mongo);
  for (;;) {
    const waiting = { due: { $lte: at }, failed: { $exists: false } };
    const next = await alarms.find(waiting).sort({ due: 1 }).limit(1).next();
    if (!next) return;
    if (next.due > clock.now()) clock.set(next.due);
    await settled(broker);
  }
}

async function inOrder(entries: Entry[]): Promise<void> {
  for (const entry of entries) await entry.run();
}

const patienceMs = 30_000;

/** What reactions send is dated by the clock, so it stands still until they have heard everything. */
async function untilAllHeard(broker: ServiceBroker): Promise<void> {
  const { tail } = kernelOf(broker);
  const end = performance.now() + patienceMs;
  for (;;) {
    const lagging = allPartsOf(broker).filter(([, { reactor }]) =>
      Object.values(reactor.positions()).some((position) => position < tail.head()),
    );
    if (!lagging.length) return;
    if (performance.now() > end)
      throw new Error(`The reactions of ${lagging.map(([name]) => name).join(", ")} do not follow.`);
    await sleep(5);
  }
}
