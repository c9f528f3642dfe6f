import { setTimeout as sleep } from "node:timers/promises";
import type { ServiceBroker } from "moleculer";
import { asSystem } from "../contract/call.ts";
import { isRefusal } from "../contract/refusals.ts";
import { isPassing, isServerAway } from "../errors/passing.ts";
import type { Kernel } from "../kernel.ts";
import type { Recorded } from "../log/commit.ts";
import { onStopping } from "../node/drain.ts";
import { ensureMark, limits, marksOf, moveMark } from "../views/marks.ts";
import { standStill, triesBeforeStop } from "../views/standstill.ts";
import { startAlarmClock } from "./alarm-clock.ts";
import { type Alarm, alarmsOf, prepareAlarms } from "./alarms.ts";
import type { Reaction, Send } from "./reaction.ts";
import { together } from "./together.ts";

/** Commits. Each may hold two hundred outcomes, and all stay in memory for as long as something is done about the first. */
const atHand = 20;
const times = {
  again: 200,
  longest: 5_000,
  restFor: 9,
  longestRest: 1_000,
  longestWait: 5_000,
  look: 100,
};

export type Reactor = {
  /** Up to where each reaction has come. */
  positions(): Record<string, number>;
  stop(): Promise<void>;
};

/** Follows the log for the reactions of a service, each with its own mark, and rings its alarms. */
export async function startReactor(
  broker: ServiceBroker,
  kernel: Kernel,
  service: string,
  reactions: Reaction[],
): Promise<Reactor> {
  await prepareAlarms(alarmsOf(kernel.mongo));
  const followers = await Promise.all(reactions.map((reaction) => follow(broker, kernel, service, reaction)));
  const clock = startAlarmClock(broker, kernel, service);
  const stop = async () => {
    await Promise.all([...followers.map((follower) => follower.stop()), clock.stop()]);
  };
  // Else there is always one more call that a service waits for before it stops.
  onStopping(broker, stop);
  return {
    positions: () => Object.fromEntries(followers.map(({ name, position }) => [name, position()])),
    stop,
  };
}

async function follow(broker: ServiceBroker, kernel: Kernel, service: string, reaction: Reaction) {
  const { tail, clock } = kernel;
  const marks = marksOf(kernel.mongo);
  let position = (await ensureMark(marks, reaction.name)).position;
  let saved = position;
  let running = true;
  let failed = nothing;
  const done = loop();

  async function loop() {
    let tries = 0;
    while (running) {
      try {
        if (!(await step())) await tail.moved(position);
        await kernel.executor.giveWay();
        tries = 0;
      } catch (error) {
        if (!running) return;
        tries += 1;
        if (error instanceof ReactionFailed && (await stoodStill(error))) tries = 0;
        await sleep(Math.min(times.longest, times.again * 2 ** tries));
      }
    }
  }

  /** Only what the event itself is to blame for counts as a try at it. */
  async function stoodStill({ event, cause }: ReactionFailed): Promise<boolean> {
    const tries = failed.event === event.id ? failed.tries + 1 : 1;
    failed = { event: event.id, position: event.position, tries };
    if (failed.tries < triesBeforeStop) return false;
    const stop = { event, cause, tries };
    await standStill({ marks, clock }, reaction.name, stop, () => running);
    failed = nothing;
    return true;
  }

  async function step(): Promise<boolean> {
    const commits = await tail.after(position, atHand);
    // After a failure one at a time, so that it is known which is to blame.
    const atOnce = failed.tries ? 1 : reaction.atOnce;
    for (const { heard, upTo } of together(commits, reaction.hears, atOnce)) {
      for (const events of heard) {
        // What was sent of this commit is sent again by whoever goes on, under the same keys.
        if (!running) return true;
        const began = performance.now();
        await react(events);
        await rest(events.length, performance.now() - began);
      }
      if (heard.length || upTo - saved >= limits.idle) {
        await moveMark(marks, reaction.name, upTo);
        saved = upTo;
        kernel.crashAt("react: after the mark");
      }
      position = upTo;
      // The one to blame has been passed: the next may come together again.
      if (failed.tries && upTo >= failed.position) failed = nothing;
    }
    return commits.length > 0;
  }

  /** Whoever catches up with many leaves most of the time to those who wait for an answer, and all of it to a crowd of them. */
  async function rest(events: number, tookMs: number) {
    if (events === 1) return;
    const share = events / reaction.atOnce;
    await sleep(Math.min(times.restFor * share * tookMs, times.longestRest));
    const limit = performance.now() + times.longestWait * share;
    while (running && kernel.executor.isCrowded() && performance.now() < limit) await sleep(times.look);
  }

  async function react(events: Recorded[]) {
    const [event] = events as [Recorded];
    const alarms: Alarm[] = [];
    let sent = 0;
    const send: Send = {
      async send(action, input) {
        if (reaction.atOnce > 1 && action.kind !== "save") throw new Error(`${action.name} is no save`);
        kernel.crashAt("react: before the command");
        await sendCommand(
          broker,
          action.name,
          input as object,
          `${event.id}/${reaction.name}${numbered(sent++)}`,
        );
        kernel.crashAt("react: after the command");
      },
      later(due, action, input) {
        const _id = `${event.id}/${reaction.name}/later${numbered(alarms.length)}`;
        alarms.push({ _id, service, due, action: action.name, input: input as object });
      },
    };
    try {
      await reaction.react(events, send);
    } catch (error) {
      if (error instanceof Unanswered) throw error;
      throw new ReactionFailed(event, error);
    }
    for (const alarm of alarms) {
      const { _id, ...rest } = alarm;
      await alarmsOf(kernel.mongo).updateOne({ _id }, { $setOnInsert: rest }, { upsert: true });
    }
  }

  return {
    name: reaction.name,
    position: () => position,
    async stop() {
      running = false;
      tail.wake();
      await done;
    },
  };
}

const nothing = { event: "", position: 0, tries: 0 };

const numbered = (n: number) => (n ? `/${n}` : "");

class ReactionFailed extends Error {
  readonly event: Recorded;
  constructor(event: Recorded, cause: unknown) {
    super(`failed at ${event.id}`, { cause });
    this.event = event;
  }
}

/** Nobody took the command: the fault lies with a server, not with the event, so it is sent again for ever. */
export class Unanswered extends Error {}

/** Throws `Unanswered`, or what the action threw: that it would throw again, until its code is mended. */
export async function sendCommand(
  broker: ServiceBroker,
  action: string,
  input: object,
  key: string,
): Promise<void> {
  const meta = asSystem(key.slice(key.indexOf("/") + 1), { key });
  let answer: { reply: unknown };
  try {
    answer = await broker.call(action, input, { meta });
  } catch (cause) {
    if (isPassing(cause) || isServerAway(cause)) throw new Unanswered(`${action} did not answer`, { cause });
    throw cause;
  }
  if (isRefusal(answer.reply) && (answer.reply as { refused: string }).refused === "busy")
    throw new Unanswered(`${action} is busy`);
}
