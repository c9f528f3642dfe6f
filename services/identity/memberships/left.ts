import type { CallContext } from "#shared/contract/call.ts";
import { stateNow } from "#shared/contract/execute.ts";
import { account } from "../accounts/accounts.ts";
import { kindOf } from "../organisations/own.ts";
import { memberships } from "./memberships.ts";
import { isInCharge } from "./standing.ts";

/**
 * Of the office: of those in charge nobody may act, for all others are suspended, whom only one of them lets in again. Elsewhere
 * the office repairs it.
 */
export async function hasNobodyWhoMayAct(
  ctx: CallContext,
  organisation: string,
  without?: string,
): Promise<boolean> {
  if ((await kindOf(ctx, organisation)) !== "office") return false;
  const { people } = await stateNow(ctx, memberships, organisation);
  const others = [...people].filter(([other, { standing }]) => other !== without && isInCharge(standing));
  const suspended = others.map(async ([other]) => (await stateNow(ctx, account, other)).suspended);
  return (await Promise.all(suspended)).every(Boolean);
}

/** Whether it would be so without this person, who is in charge now. */
export async function leavesNobodyWhoMayActIn(
  ctx: CallContext,
  organisation: string,
  person: string,
): Promise<boolean> {
  const { people } = await stateNow(ctx, memberships, organisation);
  return isInCharge(people.get(person)?.standing) && hasNobodyWhoMayAct(ctx, organisation, person);
}
