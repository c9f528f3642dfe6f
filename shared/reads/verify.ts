import { noHash } from "../log/chain.ts";
import { type Known, type Verified, walk } from "../log/verify.ts";
import type { Mongo } from "../mongo/connect.ts";
import { batchCollection } from "./batches.ts";

/** Walks from the oldest batch left. Those before it may be gone only when their term was over. */
export async function verifyReads(mongo: Mongo, now: Date, known?: Known): Promise<Verified> {
  const batches = batchCollection(mongo);
  const oldest = await batches.find({}).sort({ _id: 1 }).limit(1).next();
  const first = { _id: (oldest?._id ?? 1) - 1, hash: oldest?.before.hash ?? noHash };
  const ended = first._id === 0 ? first.hash === noHash : (oldest?.before.endsAt ?? now) < now;
  if (!ended) return { head: 0, hash: noHash, bad: Math.max(1, first._id) };
  return walk(batches.find({}).sort({ _id: 1 }), first, known);
}
