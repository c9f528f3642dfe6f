import type { ServiceBroker } from "moleculer";
import type { Clock } from "./clock/clock.ts";
import type { Config } from "./config/config.ts";
import type { LogCollection } from "./log/collection.ts";
import type { CrashAt } from "./log/crash.ts";
import type { Executor } from "./log/execute.ts";
import type { Tail } from "./log/tail.ts";
import type { Mongo } from "./mongo/connect.ts";
import type { Reads } from "./reads/recorder.ts";

/** What every service of one process shares. */
export type Kernel = {
  config: Config;
  clock: Clock;
  mongo: Mongo;
  log: LogCollection;
  tail: Tail;
  executor: Executor;
  reads: Reads;
  crashAt: CrashAt;
};

/** What a rebuild needs, so that a script can do it too. */
export type Stores = Pick<Kernel, "mongo" | "log">;

const kernels = new WeakMap<ServiceBroker, Kernel>();

export const setKernel = (broker: ServiceBroker, kernel: Kernel): void => {
  kernels.set(broker, kernel);
};

export function kernelOf(broker: ServiceBroker): Kernel {
  const kernel = kernels.get(broker);
  if (!kernel)
    throw new Error("This broker was not made by shared/node/broker.ts, or has not been started yet.");
  return kernel;
}
