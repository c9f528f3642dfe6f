import { setTimeout as sleep } from "node:timers/promises";
import type { Contract } from "../contract/contract.ts";
import type { Kernel } from "../kernel.ts";
import type { Recorded } from "../log/commit.ts";
import { eventsOf, idOf } from "../log/events.ts";
import { among } from "../mongo/filters.ts";
import { ensureMark, limits, marksOf, moveMark } from "../views/marks.ts";
import { documentsOf } from "./collection.ts";
import { erasedBy } from "./erased.ts";
import { documentIdsIn } from "./ids-in.ts";
import { type Kept, keptOf, type Own } from "./kept.ts";
import type { Subject } from "./subject.ts";

const times = { again: 500, sweep: 10 * 60_000, erasedAgain: 24 * 60 * 60_000 };

export type DocumentKeeper = {
  /** Of its mark. */
  name: string;
  position(): number;
  /** Deletes documents that no event has named for a day, and drafts and all else that has ended. */
  sweep(): Promise<{ documents: number; ended: number }>;
  /** What its service keeps about someone. */
  held: Kept["about"];
  stop(): Promise<void>;
};

/**
 * Follows the log for what a service keeps beside it. A document that one of its events names is no longer pending, and its
 * record no longer a draft; an event may end a term, or erase. All of it may be done twice.
 */
export async function startDocumentKeeper(
  kernel: Kernel,
  contract: Contract,
  own: Own,
): Promise<DocumentKeeper> {
  const { tail, clock, mongo } = kernel;
  const marks = marksOf(mongo);
  const name = `${contract.name}.documents`;
  const documents = documentsOf(mongo, contract.name);
  const kept = keptOf(mongo, contract.name, own);
  await kept.createIndexes();
  const mark = await ensureMark(marks, name);
  let { position } = mark;
  let saved = position;
  let running = true;
  /** Whoever was at work on something of theirs may have written after it: for a day each sweep erases once more. */
  const erased = new Map(mark.erased?.map(({ subject, at }) => [subject, at]));
  const done = loop();
  const sweeper = setInterval(() => void sweep().catch(() => {}), times.sweep);

  async function loop() {
    while (running) {
      try {
        if (!(await step())) await tail.moved(position);
        await kernel.executor.giveWay();
      } catch {
        await sleep(times.again);
      }
    }
  }

  async function step(): Promise<boolean> {
    const commits = await tail.after(position);
    const last = commits.at(-1);
    if (!last) return false;
    const events = commits.flatMap(eventsOf);
    const named = await keepNamed(events);
    const ended = await moveEnds(events);
    const gone = await eraseAll(events);
    if (named || ended || gone || last._id - saved >= limits.idle) {
      await moveMark(marks, name, last._id);
      saved = last._id;
    }
    position = last._id;
    return true;
  }

  async function keepNamed(events: Recorded[]): Promise<boolean> {
    const named = events.flatMap(namedIn);
    if (named.length) await documents.updateMany({ _id: among(named) }, { $unset: { pending: true } });
    return named.length > 0;
  }

  function namedIn({ type, data }: Recorded): string[] {
    const spec = contract.events[type];
    return spec ? documentIdsIn(spec.data, data) : [];
  }

  /** In the order in which they happened: what has ended may go on, and end again. */
  async function moveEnds(events: Recorded[]): Promise<boolean> {
    let moved = false;
    for (const event of events) {
      const { ends, aside } = contract.events[event.type] ?? {};
      const keeps = !aside && event.stream.startsWith(`${own.drafts}/`) && namedIn(event).length > 0;
      if (keeps) await kept.keep(idOf(event));
      if (ends) await kept.end(event.stream as Subject, ends, event.at);
      moved ||= keeps || ends !== undefined;
    }
    return moved;
  }

  async function eraseAll(events: Recorded[]): Promise<boolean> {
    const erasing = events.flatMap((event) => erasedBy(event) ?? []);
    for (const subject of erasing) {
      await kept.erase(subject);
      const at = clock.now();
      erased.set(subject, at);
      await marks.updateOne({ _id: name }, { $push: { erased: { subject, at } } });
    }
    return erasing.length > 0;
  }

  async function sweep() {
    const now = clock.now();
    const dayAgo = new Date(now.getTime() - times.erasedAgain);
    for (const [subject, at] of erased) {
      await kept.erase(subject);
      if (at < dayAgo) erased.delete(subject);
    }
    await marks.updateOne({ _id: name }, { $pull: { erased: { at: { $lt: dayAgo } } } });
    // An event may have named them already without this keeper having come to it.
    return kept.sweep(now, position >= tail.head());
  }

  return {
    name,
    position: () => position,
    sweep,
    held: kept.about,
    async stop() {
      running = false;
      clearInterval(sweeper);
      tail.wake();
      await done;
    },
  };
}
