import type { Context, Service, ServiceBroker, ServiceSchema } from "moleculer";
import { kernelOf } from "#shared/kernel.ts";
import { type Appender, openAppender } from "#shared/log/append.ts";
import type { Entry } from "#shared/log/commit.ts";

type LogService = Service & { appender: Appender };

/**
 * The one writer of commits. Its only action is for the kernel of other processes, so it stands in no contract:
 * entries are not input of people but what `execute()` has decided.
 */
const log = {
  name: "log",
  actions: {
    append(this: LogService, ctx: Context<Entry>) {
      return this.appender.append(ctx.params);
    },
  },
  async started(this: LogService) {
    const { log, clock, crashAt, tail } = kernelOf(this.broker);
    this.appender = await openAppender(log, {
      clock,
      crashAt,
      onCommit: (commit) => {
        tail.offer(commit);
        wake(this.broker, commit._id);
      },
    });
  },
} as unknown as ServiceSchema;

/** A hint, not the news itself: who misses it finds the commit within a second by looking. */
function wake(broker: ServiceBroker, position: number) {
  if (broker.transit?.connected) void broker.broadcast("log.head", { position }).catch(() => {});
}

export default log;
