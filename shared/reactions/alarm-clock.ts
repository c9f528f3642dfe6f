import { setTimeout as sleep } from "node:timers/promises";
import type { ServiceBroker } from "moleculer";
import type { Kernel } from "../kernel.ts";
import { alarmsOf, dueAlarms } from "./alarms.ts";
import { sendCommand, Unanswered } from "./reactor.ts";

const pollMs = 500;

/** Rings the alarms of a service. Two clocks do no harm: an alarm's id is the key of its command. */
export function startAlarmClock(broker: ServiceBroker, kernel: Kernel, service: string) {
  const alarms = alarmsOf(kernel.mongo);
  const stopping = new AbortController();
  const done = loop();

  async function loop() {
    while (!stopping.signal.aborted) {
      const rung = await ring().catch(() => 0);
      if (!rung) await sleep(pollMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  }

  async function ring(): Promise<number> {
    const due = await dueAlarms(alarms, service, kernel.clock.now());
    let rung = 0;
    for (const alarm of due) {
      kernel.crashAt("alarm: before the command");
      try {
        await sendCommand(broker, alarm.action, alarm.input, alarm._id);
      } catch (error) {
        // Its service does not answer now; it stays due, and holds up no other.
        if (error instanceof Unanswered) continue;
        // It would fail again and hold up the others: it stays, and `/readyz` counts it.
        await alarms.updateOne({ _id: alarm._id }, { $set: { failed: String(error).slice(0, 200) } });
        continue;
      }
      kernel.crashAt("alarm: after the command");
      await alarms.deleteOne({ _id: alarm._id });
      rung++;
    }
    return rung;
  }

  return {
    async stop() {
      stopping.abort();
      await done;
    },
  };
}
