import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Middleware, ServiceBroker } from "moleculer";
import { allPartsOf } from "../contract/serve.ts";
import { kernelOf } from "../kernel.ts";
import { alarmsOf, overdueAlarms } from "../reactions/alarms.ts";
import { lagging, marksOf, stopped } from "../views/marks.ts";

const everyMs = 1_000;

const descriptions = {
  "causeway.log.head": "Number of the last commit this process knows of",
  "causeway.commands.waiting": "Commands that wait for their outcome",
  "causeway.view.lag": "Commits a view has not come to",
  "causeway.consumers.behind": "Views and reactions that lack what stood in the log a minute ago",
  "causeway.consumers.stopped": "Views and reactions that stand still at an event",
  "causeway.alarms.overdue": "Alarms not rung a minute after their moment",
  "causeway.eventloop.lag.p99.ms": "How late the event loop was, 99th percentile of the last second",
  "causeway.memory.resident.bytes": "Resident memory",
} as const;

/** Figures of our own beside Moleculer's; event loop and memory since its release 0.15 no longer brings them. */
export function gauges(): Middleware {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  let timer: NodeJS.Timeout | undefined;

  async function measure(broker: ServiceBroker) {
    const { tail, executor, mongo, clock } = kernelOf(broker);
    const { metrics } = broker;
    metrics.set("causeway.log.head", tail.head());
    metrics.set("causeway.commands.waiting", executor.waiting());
    metrics.set("causeway.eventloop.lag.p99.ms", delay.percentile(99) / 1e6);
    metrics.set("causeway.memory.resident.bytes", process.memoryUsage.rss());
    for (const [service, { views, projector }] of allPartsOf(broker)) {
      for (const view of views)
        metrics.set("causeway.view.lag", Math.max(0, tail.head() - projector.position(view)), {
          service,
          view,
        });
    }
    delay.reset();
    const marks = marksOf(mongo);
    metrics.set("causeway.consumers.stopped", (await stopped(marks)).length);
    metrics.set("causeway.consumers.behind", (await lagging(mongo, clock.now())).length);
    metrics.set("causeway.alarms.overdue", await overdueAlarms(alarmsOf(mongo), clock.now()));
  }

  return {
    name: "Gauges",
    started(broker: ServiceBroker) {
      if (!broker.isMetricsEnabled()) return;
      delay.enable();
      for (const [name, description] of Object.entries(descriptions)) {
        const labelNames = name === "causeway.view.lag" ? ["service", "view"] : [];
        broker.metrics.register({ type: "gauge", name, description, labelNames });
      }
      void measure(broker).catch(() => {});
      timer = setInterval(() => void measure(broker).catch(() => {}), everyMs);
    },
    stopping() {
      clearInterval(timer);
      delay.disable();
    },
  } as unknown as Middleware;
}
