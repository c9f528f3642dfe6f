import type { ServiceBroker } from "moleculer";
import type { CallContext } from "#shared/contract/call.ts";
import { stateNow } from "#shared/contract/execute.ts";
import { mission as feature } from "./missions.ts";

/** The last day of each. What is planned stays so: each process asks the log once a mission, and a sign-up costs nothing more. */
const planned = new WeakMap<ServiceBroker, Map<string, string>>();

export const isPlanned = async (ctx: CallContext, mission: string): Promise<boolean> =>
  (await lastDayOf(ctx, mission)) !== undefined;

/** `YYYY-MM-DD`; none when no such mission is planned. */
export async function lastDayOf(ctx: CallContext, mission: string): Promise<string | undefined> {
  const known = planned.get(ctx.broker) ?? new Map();
  planned.set(ctx.broker, known);
  const found = known.get(mission);
  if (found) return found;
  const { lastDay } = await stateNow(ctx, feature, mission);
  if (lastDay) known.set(mission, lastDay);
  return lastDay;
}
