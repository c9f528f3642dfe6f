import { setTimeout as sleep } from "node:timers/promises";
import type { Model } from "mongoose";
import type { Contract } from "../contract/contract.ts";
import type { Kernel } from "../kernel.ts";
import { eventsOf, idOf } from "../log/events.ts";
import type { Mongo } from "../mongo/connect.ts";
import { among, below } from "../mongo/filters.ts";
import { ensureMark, limits, marksOf, moveMark } from "../views/marks.ts";
import { documentsOf } from "./collection.ts";
import { draftsOf, keepDrafts, sweepDrafts } from "./drafts.ts";
import { documentIdsIn } from "./ids-in.ts";

const times = { again: 500, sweep: 10 * 60_000, pending: 24 * 60 * 60_000 };

/** A collection of the service's own. What has an `endsAt` is gone after it. */
export type ModelIn = (mongo: Mongo) => Model<any>;

export type DocumentKeeper = {
  /** Of its mark. */
  name: string;
  position(): number;
  /** Deletes documents that no event has named for a day, and drafts and all else that has ended. */
  sweep(): Promise<{ documents: number; ended: number }>;
  stop(): Promise<void>;
};

/** Follows a service's events: a document that is named by one is no longer pending, and its record no longer a draft. */
export async function startDocumentKeeper(
  kernel: Kernel,
  contract: Contract,
  own: ModelIn[],
): Promise<DocumentKeeper> {
  const { tail, clock, mongo } = kernel;
  const marks = marksOf(mongo);
  const name = `${contract.name}.documents`;
  const documents = documentsOf(mongo, contract.name);
  const models = own.map((modelIn) => modelIn(mongo));
  for (const model of [documents, draftsOf(mongo, contract.name), ...models]) await model.createIndexes();
  const passing = models.filter(({ schema }) => schema.path("endsAt"));
  let position = (await ensureMark(marks, name)).position;
  let saved = position;
  let running = true;
  const done = loop();
  const sweeper = setInterval(() => void sweep().catch(() => {}), times.sweep);

  async function loop() {
    while (running) {
      try {
        if (!(await step())) await tail.moved(position);
      } catch {
        await sleep(times.again);
      }
    }
  }

  async function step(): Promise<boolean> {
    const commits = await tail.after(position);
    const last = commits.at(-1);
    if (!last) return false;
    const naming = commits.flatMap(eventsOf).flatMap((event) => {
      const spec = contract.events[event.type];
      const named = spec ? documentIdsIn(spec.data, event.data) : [];
      return named.length ? [{ record: idOf(event), named }] : [];
    });
    if (naming.length) {
      const named = naming.flatMap((one) => one.named);
      await documents.updateMany({ _id: among(named) }, { $unset: { pending: true } });
      const records = naming.map(({ record }) => record);
      await keepDrafts(mongo, contract.name, records);
    }
    if (naming.length || last._id - saved >= limits.idle) {
      await moveMark(marks, name, last._id);
      saved = last._id;
    }
    position = last._id;
    return true;
  }

  async function sweep() {
    // An event may have named them already without this keeper having come to it.
    const now = clock.now();
    let ended = 0;
    for (const model of passing) ended += (await model.deleteMany({ endsAt: below(now) })).deletedCount;
    if (position < tail.head()) return { documents: 0, ended };
    const before = new Date(now.getTime() - times.pending);
    const swept = await documents.deleteMany({ pending: true, at: below(before) });
    ended += await sweepDrafts(mongo, contract.name, now);
    return { documents: swept.deletedCount, ended };
  }

  return {
    name,
    position: () => position,
    sweep,
    async stop() {
      running = false;
      clearInterval(sweeper);
      tail.wake();
      await done;
    },
  };
}
