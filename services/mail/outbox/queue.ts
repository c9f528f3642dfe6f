import type { Kernel } from "#shared/kernel.ts";
import { putOnce } from "#shared/mongo/put-once.ts";
import { returnTokenOf } from "../returns/address.ts";
import { keptMs, type Letter, outboxOf } from "./outbox.ts";

type Posted = Pick<Letter, "subject" | "names" | "to" | "language" | "template" | "params"> & {
  id: string;
  notAfter?: Date;
};

/** Each once, however often it is asked for. How many of them were not there yet. */
export async function queueLetters(
  { mongo, clock, config }: Kernel,
  letters: Posted[],
  dueAt: Date,
): Promise<number> {
  const at = clock.now();
  const fresh = { state: "waiting", tries: 0, dueAt, at, changedAt: at } as const;
  const endsAt = new Date(at.getTime() + keptMs);
  const all = letters.map(({ id, ...letter }) => {
    const returnToken = returnTokenOf(config.secret, id);
    return { _id: id, ...letter, ...fresh, endsAt, returnToken };
  });
  return putOnce(outboxOf(mongo), all);
}
