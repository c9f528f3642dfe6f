import type { CallContext } from "../contract/call.ts";
import { kernelOf } from "../kernel.ts";
import type { Recorded } from "./commit.ts";
import { eventsOf } from "./events.ts";

const pageSize = 200;

/** What happened in these streams, newest first, from the log itself. `next`: where older events begin. */
export async function timelineOf(
  ctx: CallContext,
  streams: string[],
  before = Number.MAX_SAFE_INTEGER,
): Promise<{ events: Recorded[]; next?: number }> {
  const { log } = kernelOf(ctx.broker);
  const commits = log.find({ "entries.stream": { $in: streams }, _id: { $lt: before } }).sort({ _id: -1 });
  const events: Recorded[] = [];
  for await (const commit of commits) {
    events.push(
      ...eventsOf(commit)
        .filter((event) => streams.includes(event.stream))
        .reverse(),
    );
    // A commit stays whole, so that its number is where the next page begins.
    if (events.length >= pageSize) return { events, next: commit._id };
  }
  return { events };
}
