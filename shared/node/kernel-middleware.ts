import type { Context, Middleware, ServiceBroker } from "moleculer";
import { type Clock, systemClock } from "../clock/clock.ts";
import type { Config } from "../config/config.ts";
import { setKernel } from "../kernel.ts";
import { headOf, logCollection, prepareLog } from "../log/collection.ts";
import type { Appended, Entry } from "../log/commit.ts";
import { crasher } from "../log/crash.ts";
import { openExecutor } from "../log/execute.ts";
import { openTail, type Tail } from "../log/tail.ts";
import { connect, type Mongo } from "../mongo/connect.ts";
import { openReads } from "../reads/recorder.ts";

const appendTimeoutMs = 5_000;

/** Gives every service of this process the log, the clock and the database before the first one starts. */
export function kernelMiddleware(config: Config, clock: Clock = systemClock): Middleware {
  let mongo: Mongo | undefined;
  let tail: Tail | undefined;
  return {
    name: "Kernel",
    async starting(broker: ServiceBroker) {
      mongo = await connect(config.mongoUri);
      const log = logCollection(mongo);
      await prepareLog(log);
      tail = openTail(log);
      tail.announce(await headOf(log));
      const crashAt = crasher(config.crashAt);
      const append = (entry: Entry, parent?: Context) => {
        const options = { timeout: appendTimeoutMs, ...(parent && { parentCtx: parent }) };
        return broker.call("log.append", entry, options) as Promise<Appended>;
      };
      setKernel(broker, {
        config,
        clock,
        mongo,
        log,
        tail,
        crashAt,
        executor: openExecutor({ tail, clock, crashAt, append }),
        reads: openReads(mongo, clock),
      });
    },
    async stopped() {
      tail?.close();
      await mongo?.close();
    },
  } as unknown as Middleware;
}
