import { setTimeout as sleep } from "node:timers/promises";
import { outboxOf } from "#services/mail/outbox/outbox.ts";
import type { TestNode } from "#shared/testing/node.ts";

/** Nothing is on its way any more: letters go out after what they tell of, and each that has gone is written down. */
export async function atRest(node: Pick<TestNode, "settled" | "kernel">): Promise<void> {
  await node.settled();
  const limit = performance.now() + 10_000;
  while (await outboxOf(node.kernel.mongo).exists({ state: "waiting" })) {
    if (performance.now() > limit) throw new Error("Letters are still on their way.");
    await sleep(50);
  }
}
