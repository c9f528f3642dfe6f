import type { ServiceBroker } from "moleculer";
import type { CallContext } from "#shared/contract/call.ts";
import { stateNow } from "#shared/contract/execute.ts";
import { mission as feature } from "./missions.ts";

type Looks = Map<string, Promise<string | undefined>>;

/** The last day of each. What is planned stays so: each process asks the log once a mission, and a sign-up costs nothing more. */
const planned = new WeakMap<ServiceBroker, Looks>();

export const isPlanned = async (ctx: CallContext, mission: string): Promise<boolean> =>
  (await lastDayOf(ctx, mission)) !== undefined;

/** `YYYY-MM-DD`; none when no such mission is planned. A crowd that comes at once shares one look. */
export async function lastDayOf(ctx: CallContext, mission: string): Promise<string | undefined> {
  const looks: Looks = planned.get(ctx.broker) ?? new Map();
  planned.set(ctx.broker, looks);
  // One that finds nothing may have begun before the plan, so that whoever joined it looks for themselves.
  const found = await looks.get(mission)?.catch(() => undefined);
  if (found) return found;
  const look = stateNow(ctx, feature, mission).then(({ lastDay }) => lastDay);
  looks.set(mission, look);
  const lastDay = await look.catch((error) => {
    looks.delete(mission);
    throw error;
  });
  if (!lastDay) looks.delete(mission);
  return lastDay;
}
