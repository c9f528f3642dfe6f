import { ServiceBroker } from "moleculer";
import { services } from "#services/all.ts";
import { manualClock } from "#shared/clock/clock.ts";
import type { Config } from "#shared/config/config.ts";
import { type Kernel, kernelOf } from "#shared/kernel.ts";
import { brokerOptions } from "#shared/node/broker.ts";
import { alarmsOf } from "#shared/reactions/alarms.ts";
import { marksOf, stopped } from "#shared/views/marks.ts";
import { Advice } from "../progress.mjs";
import { absenceEntries } from "./absences.ts";
import { calendarOf } from "./calendar.ts";
import { colleagueEntries } from "./colleagues.ts";
import { contentsOf } from "./contents.ts";
import membersFile from "./data/members.json" with { type: "json" };
import missionsFile from "./data/missions.json" with { type: "json" };
import { delegateEntries } from "./delegates.ts";
import { openDesk } from "./desk.ts";
import { memberEntries } from "./members.ts";
import { missionEntries } from "./missions.ts";
import { firstDay, officeEntries } from "./office.ts";
import { type Registrations, registrationEntries } from "./registrations.ts";
import { settingsEntries } from "./settings.ts";
import { momentsOf, play } from "./timetable.ts";

export type Filled = {
  commands: number;
  commits: number;
  registrations: Registrations;
  counts: { members: number; registrations: number; missions: number };
};

/**
 * Sends the demo set through the services, dated from 900 days before `now` to `now`.
 * Only into an empty log: its times would run backwards.
 */
export async function fill(config: Config, now: Date, tell: (line: string) => void): Promise<Filled> {
  if (!config.demo || config.publicUrl)
    throw new Advice("This is a real installation, which gets no demo persons.");
  if ((await contentsOf(config.mongoUri)) !== "empty")
    throw new Advice("The log is not empty. The demo set is filled only into an empty one.");
  const calendar = calendarOf(now);
  const clock = manualClock(calendar.moment(firstDay, 0));
  const broker = new ServiceBroker({
    ...brokerOptions(alone(config), { clock }),
    // Nobody waits at a screen: a slow machine takes its time.
    requestTimeout: 60_000,
    // A signal ends this process as it is: a filling that broke off must not look like one that is done.
    skipProcessEventRegistration: true,
  });
  for (const service of services) broker.createService({ ...service });
  await broker.start();
  try {
    const desk = openDesk(broker);
    const registrations: Registrations = new Map();
    const entries = [
      ...officeEntries(desk),
      ...settingsEntries(desk, calendar),
      ...memberEntries(desk),
      ...colleagueEntries(desk),
      ...registrationEntries(desk, registrations),
      ...absenceEntries(desk, calendar),
      ...missionEntries(desk, calendar, registrations),
      ...delegateEntries(desk),
    ];
    const moments = momentsOf(entries, calendar.moment, calendar.end);
    await play(broker, clock, moments, quarters(moments.length, tell));
    const kernel = kernelOf(broker);
    await nothingStopped(kernel);
    const counts = {
      members: membersFile.members.length,
      registrations: registrations.size,
      missions: missionsFile.missions.length,
    };
    return { commands: desk.sent(), commits: kernel.tail.head(), registrations, counts };
  } finally {
    await broker.stop();
  }
}

/** No other process takes part, whatever the environment names. */
const alone = (config: Config): Config => ({
  ...config,
  ...{ natsUrl: undefined, metricsPort: undefined, zipkinUrl: undefined, logLevel: "error" },
});

function quarters(all: number, tell: (line: string) => void) {
  return (at: Date, done: number) => {
    const quarter = (count: number) => Math.floor((4 * count) / all);
    if (done < all && quarter(done) > quarter(done - 1))
      tell(`  … demo set: ${quarter(done) * 25} %, at ${at.toISOString().slice(0, 10)}`);
  };
}

async function nothingStopped({ mongo }: Kernel): Promise<void> {
  const marks = await stopped(marksOf(mongo));
  const alarms = await alarmsOf(mongo)
    .find({ failed: { $exists: true } })
    .toArray();
  const failed = [...marks, ...alarms].map((one) => `${one._id}: ${JSON.stringify(one.failed)}`);
  if (failed.length) throw new Error(`The demo set stopped what follows it:\n${failed.join("\n")}`);
}
