import { ServiceBroker } from "moleculer";
import { countRows } from "#services/missions/seats/views/counts.ts";
import { kernelOf } from "#shared/kernel.ts";
import { eventsOf } from "#shared/log/events.ts";
import { brokerOptions } from "#shared/node/broker.ts";
import { rebuild } from "#shared/views/rebuild.ts";
import { type Line, plain } from "../lines.ts";
import type { Stage } from "../stage/stage.ts";
import { claim, togetherFor } from "./sign-ups.ts";

/** How fast a view is built anew from the log, while the portal runs. */
export async function rebuilding(stage: Stage): Promise<Line[]> {
  const { connections, seconds } = stage.effort;
  await claim(stage, await togetherFor(stage, seconds / 2), connections, seconds / 2);
  const broker = new ServiceBroker(brokerOptions(stage.config));
  await broker.start();
  try {
    const kernel = kernelOf(broker);
    const began = performance.now();
    // Every event of a seat is folded. The view of entries has as many rows, and a small server renames row by row.
    await rebuild(kernel, countRows);
    const took = (performance.now() - began) / 1_000;
    let events = 0;
    for await (const commit of kernel.log.find()) events += eventsOf(commit).length;
    return [
      plain("rebuild of the counts of missions", events / took, "events/s"),
      plain("rebuild: events", events, ""),
    ];
  } finally {
    await broker.stop();
  }
}
