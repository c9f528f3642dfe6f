import type { Model } from "mongoose";
import { newId } from "#shared/ids.ts";
import { above, among, upTo } from "#shared/mongo/filters.ts";
import type { Letter } from "./outbox.ts";

/** Few enough that all of them are through long before the lease ends, whatever the mail server does. */
const atOnce = 10;
/** A sender that has not come back by then has died. */
const leaseMs = 2 * 60_000;

/**
 * The next that are due, for this sender alone and for as long as its lease. Someone waits for a link to sign in with, so what
 * must come in time comes first, however many letters there are before it.
 */
export async function takeDue(outbox: Model<Letter>, now: Date): Promise<Letter[]> {
  const due = { state: "waiting" as const, dueAt: upTo(now) };
  const idsOf = async (which: object, limit: number) => {
    const found = await outbox.find(which, { _id: 1 }).sort({ dueAt: 1 }).limit(limit).lean();
    return found.map(({ _id }) => _id);
  };
  const urgent = await idsOf({ ...due, notAfter: above(now) }, atOnce);
  const others = urgent.length < atOnce ? await idsOf(due, atOnce) : [];
  const ids = [...new Set([...urgent, ...others])].slice(0, atOnce);
  if (!ids.length) return [];
  const takenBy = newId();
  await outbox.updateMany(
    { _id: among(ids), ...due },
    { $set: { dueAt: new Date(now.getTime() + leaseMs), takenBy }, $inc: { tries: 1 } },
  );
  return outbox.find({ _id: among(ids), takenBy }).lean<Letter[]>();
}
