import { setTimeout as sleep } from "node:timers/promises";
import { outboxOf } from "#services/mail/outbox/outbox.ts";
import { partnerships } from "#services/partnerships/partnerships.contract.ts";
import { alarmsOf } from "#shared/reactions/alarms.ts";
import type { TestNode } from "#shared/testing/node.ts";

/** What is told of a decision waits for half a minute, in which it may be undone; here nobody does. */
const told = { action: partnerships.actions.writeToCluster.name };

/** Nothing is on its way any more: letters go out after what they tell of, and each that has gone is written down. */
export async function atRest({ settled, kernel }: Pick<TestNode, "settled" | "kernel">): Promise<void> {
  await settled();
  const alarms = alarmsOf(kernel.mongo);
  await alarms.updateMany(told, { $set: { due: kernel.clock.now() } });
  const limit = performance.now() + 10_000;
  while ((await alarms.findOne(told)) || (await outboxOf(kernel.mongo).exists({ state: "waiting" }))) {
    if (performance.now() > limit) throw new Error("Letters are still on their way.");
    await sleep(50);
  }
}
