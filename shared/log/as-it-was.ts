import type { CallContext } from "../contract/call.ts";
import { kernelOf } from "../kernel.ts";
import type { Recorded } from "./commit.ts";
import { eventsOf } from "./events.ts";

/** What happened in these streams up to that moment, oldest first, from the log itself. */
export async function happenedUntil(ctx: CallContext, streams: string[], at: Date): Promise<Recorded[]> {
  const { log } = kernelOf(ctx.broker);
  const commits = log.find({ "entries.stream": { $in: streams }, at: { $lte: at } }).sort({ _id: 1 });
  const events: Recorded[] = [];
  for await (const commit of commits)
    events.push(...eventsOf(commit).filter(({ stream }) => streams.includes(stream)));
  return events;
}
