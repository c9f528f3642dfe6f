import type { CallContext } from "#shared/contract/call.ts";
import { may } from "#shared/contract/may.ts";
import { isOver, type MissionNow } from "../planning/state.ts";
import { actions } from "./contract.ts";
import { actions as order } from "./order/contract.ts";

type Entry = { company: string; state: string };

const stands = ({ state }: Partial<Entry>) => state === "confirmed" || state === "waiting";

/** What whoever asks may do about the seats of a mission now: for a company, with what it has there, or for any. */
export function abilitiesOn(ctx: CallContext, mission: MissionNow | null, own: Partial<Entry> = {}) {
  if (mission?.state !== "open" || stands(own)) return [];
  const { company } = own;
  return may(ctx, actions.claim, { mission: mission.id, company }) ? ["claim" as const] : [];
}

/** Whether what a company has can still be given back, by whoever may. */
export const canWithdraw = (
  ctx: CallContext,
  mission: MissionNow | null,
  entry: Entry,
): mission is MissionNow => mission !== null && stands(entry) && !isOver(ctx, mission);

export function abilitiesOnEntry(ctx: CallContext, mission: MissionNow | null, entry: Entry) {
  if (!canWithdraw(ctx, mission, entry)) return [];
  const { company, state } = entry;
  const about = { mission: mission.id, company };
  const mayChange = may(ctx, actions.changeEntry, about);
  return [
    ...(may(ctx, actions.withdraw, about) ? ["withdraw" as const] : []),
    ...(mayChange ? ["change" as const] : []),
    ...(mayChange && state === "confirmed" && mission.state === "open" ? ["ask-more" as const] : []),
    ...(state === "waiting" && may(ctx, order.moveEntry, about) ? ["move" as const] : []),
  ];
}
