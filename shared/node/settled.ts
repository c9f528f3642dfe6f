import { setTimeout as sleep } from "node:timers/promises";
import type { ServiceBroker } from "moleculer";
import { allPartsOf } from "../contract/serve.ts";
import { kernelOf } from "../kernel.ts";
import { alarmsOf } from "../reactions/alarms.ts";

/**
 * Waits until nothing is on its way any more in this process: views and reactions stand at the head of the log,
 * and no alarm is due. Throws after `ms`, saying who lags.
 */
export async function settled(broker: ServiceBroker, ms = 30_000): Promise<number> {
  const kernel = kernelOf(broker);
  const end = Date.now() + ms;
  for (;;) {
    const { tail } = kernel;
    await tail.catchUp();
    const head = tail.head();
    const lagging = allPartsOf(broker).filter(([, parts]) => parts.position() < head);
    const due = await alarmsOf(kernel.mongo).countDocuments({
      due: { $lte: kernel.clock.now() },
      failed: { $exists: false },
    });
    await tail.catchUp();
    if (!lagging.length && !due && tail.head() === head) return head;
    if (Date.now() > end) {
      throw new Error(
        `Not settled at ${head}: ${lagging.map(([name, parts]) => `${name} ${parts.position()}`).join(", ")}; ${due} alarms due.`,
      );
    }
    await sleep(10);
  }
}
