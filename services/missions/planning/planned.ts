import type { ServiceBroker } from "moleculer";
import type { CallContext } from "#shared/contract/call.ts";
import { stateNow } from "#shared/contract/execute.ts";
import { mission as feature } from "./missions.ts";

/** What is planned stays so: each process asks the log once a mission, and a sign-up costs nothing more. */
const planned = new WeakMap<ServiceBroker, Set<string>>();

export async function isPlanned(ctx: CallContext, mission: string): Promise<boolean> {
  const known = planned.get(ctx.broker) ?? new Set();
  planned.set(ctx.broker, known);
  if (known.has(mission)) return true;
  const is = (await stateNow(ctx, feature, mission)).planned;
  if (is) known.add(mission);
  return is;
}
