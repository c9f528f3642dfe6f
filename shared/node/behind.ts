import { setTimeout as sleep } from "node:timers/promises";
import type { Middleware, ServiceBroker } from "moleculer";
import { allPartsOf } from "../contract/serve.ts";
import { kernelOf } from "../kernel.ts";
import { behindAfterMs, sayBehind } from "../views/marks.ts";

const everyMs = 1_000;

/** Given the head of the log now, gives the one that was known `ms` ago; 0 as long as nobody looked then. */
export function openPast(ms: number) {
  let seen: { at: number; head: number }[] = [];
  return (at: number, head: number): number => {
    if (seen.at(-1)?.head !== head) seen.push({ at, head });
    const old = seen.findLastIndex((one) => one.at <= at - ms);
    if (old > 0) seen = seen.slice(old);
    return old < 0 ? 0 : seen[0]!.head;
  };
}

/**
 * Names the consumers of this process that have not come to what stood in the log a minute ago: in its own log, and in
 * the database, where `/readyz` of another process reads it. As long as nobody is behind, nothing is asked or written.
 */
export function watchForBehind(): Middleware {
  const stopping = new AbortController();
  const past = openPast(behindAfterMs);
  let known: string[] = [];

  async function look(broker: ServiceBroker) {
    const { tail, clock, mongo } = kernelOf(broker);
    const now = clock.now();
    const due = past(now.getTime(), tail.head());
    const behind = allPartsOf(broker)
      .flatMap(([, { positions }]) => Object.entries(positions()))
      .filter(([, position]) => position < due)
      .map(([name]) => name);
    const caughtUp = known.filter((name) => !behind.includes(name));
    for (const name of behind.filter((one) => !known.includes(one)))
      broker.logger.warn(`${name} has been behind the log for more than a minute`);
    for (const name of caughtUp) broker.logger.info(`${name} is no longer behind the log`);
    known = behind;
    await sayBehind(mongo, { behind, due, caughtUp, now });
  }

  async function loop(broker: ServiceBroker) {
    const { signal } = stopping;
    while (!signal.aborted) {
      await look(broker).catch(() => {});
      await sleep(everyMs, undefined, { signal, ref: false }).catch(() => {});
    }
  }

  return {
    name: "Behind",
    started(broker: ServiceBroker) {
      void loop(broker);
    },
    stopping() {
      stopping.abort();
    },
  } as unknown as Middleware;
}
