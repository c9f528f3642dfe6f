import { setTimeout as sleep } from "node:timers/promises";
import type { ServiceBroker } from "moleculer";
import type { Kernel } from "../kernel.ts";
import { triesBeforeStop } from "../views/standstill.ts";
import { type Alarm, alarmsOf, dueAlarms } from "./alarms.ts";
import { sendCommand, Unanswered } from "./reactor.ts";

const pollMs = 500;

/** Rings the alarms of a service. Two clocks do no harm: an alarm's id is the key of its command. */
export function startAlarmClock(broker: ServiceBroker, kernel: Kernel, service: string) {
  const alarms = alarmsOf(kernel.mongo);
  const stopping = new AbortController();
  /** How often each has failed. Whoever starts anew counts anew. */
  const failures = new Map<string, number>();
  const done = loop();

  async function loop() {
    while (!stopping.signal.aborted) {
      const rung = await ring().catch(() => 0);
      if (!rung) await sleep(pollMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  }

  async function ring(): Promise<number> {
    const now = kernel.clock.now();
    let rung = 0;
    let due = await dueAlarms(alarms, service, now);
    while (due.length && !stopping.signal.aborted) {
      rung += await ringAll(due);
      due = await dueAlarms(alarms, service, now, due.at(-1));
    }
    return rung;
  }

  async function ringAll(due: Alarm[]): Promise<number> {
    let rung = 0;
    for (const alarm of due) {
      if (isGone(alarm)) {
        await stop(alarm, `There is no action ${alarm.action} any more.`);
        continue;
      }
      kernel.crashAt("alarm: before the command");
      try {
        await sendCommand(broker, alarm.action, alarm.input, alarm._id);
      } catch (error) {
        // Its service does not answer now; it stays due, and holds up no other.
        if (!(error instanceof Unanswered)) await fail(alarm, error);
        continue;
      }
      kernel.crashAt("alarm: after the command");
      await alarms.deleteOne({ _id: alarm._id });
      failures.delete(alarm._id);
      rung++;
    }
    return rung;
  }

  /** Of another service it is not known whether it has the action, or is away. */
  function isGone({ action }: Alarm): boolean {
    const [of, name = ""] = action.split(".");
    const actions = broker.getLocalService(service)?.schema.actions;
    return of === service && actions !== undefined && !Object.hasOwn(actions, name);
  }

  /** What fails again and again would hold up the others: it stays, and `/readyz` counts it. */
  async function fail(alarm: Alarm, error: unknown) {
    const tries = (failures.get(alarm._id) ?? 0) + 1;
    failures.set(alarm._id, tries);
    if (tries >= triesBeforeStop) await stop(alarm, String(error));
  }

  async function stop({ _id }: Alarm, failed: string) {
    await alarms.updateOne({ _id }, { $set: { failed: failed.slice(0, 200) } });
    failures.delete(_id);
  }

  return {
    async stop() {
      stopping.abort();
      await done;
    },
  };
}
