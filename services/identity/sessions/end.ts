import type { Model } from "mongoose";
import type { CallContext } from "#shared/contract/call.ts";
import { kernelOf } from "#shared/kernel.ts";
import { among } from "#shared/mongo/filters.ts";
import { sessionsEnded } from "./contract.ts";
import { type Session, sessionsOf } from "./sessions.ts";

/** By the hash of one, by its name, or all of a person, or theirs for one organisation. How many there were. */
export const endSessions = (
  ctx: CallContext,
  which: Partial<Pick<Session, "_id" | "name" | "person" | "organisation">>,
): Promise<number> => endAll(ctx, sessionsOf(kernelOf(ctx.broker).mongo), which);

/** Of what opens something and has the hash of its secret for an id: whoever remembers it is told at once. */
export async function endAll(ctx: CallContext, model: Model<any>, which: object): Promise<number> {
  const hashes = (await model.find(which, { _id: 1 }).lean()).map(({ _id }) => _id as string);
  await model.deleteMany({ _id: among(hashes) });
  if (hashes.length) await ctx.broker.broadcast(sessionsEnded, { hashes }).catch(() => {});
  return hashes.length;
}
