import type { Middleware, ServiceBroker } from "moleculer";

const waiting = new WeakMap<ServiceBroker, (() => Promise<void>)[]>();

/** Runs before anything stops: whoever takes work, from outside or from the log, takes no more and finishes what is begun. */
export function onStopping(broker: ServiceBroker, finish: () => Promise<void>): void {
  waiting.set(broker, [...(waiting.get(broker) ?? []), finish]);
}

export const drain: Middleware = {
  name: "Drain",
  /**
   * Around `stop`, not in its `stopping` hook: before that one Moleculer waits until no call runs any more, which does
   * not come as long as the door is open.
   */
  created(broker: ServiceBroker) {
    const stop = broker.stop.bind(broker);
    broker.stop = async () => {
      await Promise.allSettled((waiting.get(broker) ?? []).map((finish) => finish()));
      return stop();
    };
  },
} as Middleware;
