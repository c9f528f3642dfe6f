import type { Kernel } from "#shared/kernel.ts";
import { returnTokenOf } from "../returns/address.ts";
import { keptMs, type Letter, outboxOf } from "./outbox.ts";

type Posted = Pick<Letter, "subject" | "to" | "language" | "template" | "params"> & {
  id: string;
  notAfter?: Date;
};

/** Once, however often it is asked for: false when it was already there. */
export async function queueLetter(
  { mongo, clock, config }: Kernel,
  { id, ...letter }: Posted,
  dueAt: Date,
): Promise<boolean> {
  const at = clock.now();
  const fresh = {
    ...letter,
    ...{ state: "waiting", tries: 0, dueAt, at, changedAt: at, endsAt: new Date(at.getTime() + keptMs) },
    returnToken: returnTokenOf(config.secret, id),
  };
  const done = await outboxOf(mongo).updateOne({ _id: id }, { $setOnInsert: fresh }, { upsert: true });
  return done.upsertedCount === 1;
}
