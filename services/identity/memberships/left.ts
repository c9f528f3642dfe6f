import type { CallContext } from "#shared/contract/call.ts";
import { stateNow } from "#shared/contract/execute.ts";
import { account } from "../accounts/accounts.ts";
import { kindOf } from "../organisations/own.ts";
import { memberships } from "./memberships.ts";
import { isInCharge } from "./standing.ts";

/**
 * Of the office: without this person all who are in charge would be suspended, whom only one of them lets in again. Elsewhere
 * the office repairs it. That somebody is in charge at all is for the rules.
 */
export async function leavesNobodyWhoMayActIn(
  ctx: CallContext,
  organisation: string,
  person: string,
): Promise<boolean> {
  if ((await kindOf(ctx, organisation)) !== "office") return false;
  const { people } = await stateNow(ctx, memberships, organisation);
  if (!isInCharge(people.get(person)?.standing)) return false;
  const others = [...people].filter(([other, { standing }]) => other !== person && isInCharge(standing));
  const suspended = others.map(async ([other]) => (await stateNow(ctx, account, other)).suspended);
  return others.length > 0 && (await Promise.all(suspended)).every(Boolean);
}
