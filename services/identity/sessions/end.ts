import type { CallContext } from "#shared/contract/call.ts";
import { kernelOf } from "#shared/kernel.ts";
import { among } from "#shared/mongo/filters.ts";
import { sessionsEnded } from "./contract.ts";
import { type Session, sessionsOf } from "./sessions.ts";

/** By the hash of one, by its name, or all of a person, or theirs for one organisation. How many there were. */
export async function endSessions(
  ctx: CallContext,
  which: Partial<Pick<Session, "_id" | "name" | "person" | "organisation">>,
): Promise<number> {
  const sessions = sessionsOf(kernelOf(ctx.broker).mongo);
  const hashes = (await sessions.find(which, { _id: 1 }).lean()).map(({ _id }) => _id);
  await sessions.deleteMany({ _id: among(hashes) });
  if (hashes.length) await ctx.broker.broadcast(sessionsEnded, { hashes }).catch(() => {});
  return hashes.length;
}
