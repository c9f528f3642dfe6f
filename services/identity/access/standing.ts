import type { CallContext, PersonCalling } from "#shared/contract/call.ts";
import type { Action } from "#shared/contract/contract.ts";
import { stateNow } from "#shared/contract/execute.ts";
import { memberships } from "../memberships/memberships.ts";
import { invites, leads, ownerIn } from "../memberships/standing.ts";
import { kindOf } from "../organisations/own.ts";

/** Whether they stand in that organisation as the rules ask beside the policy, where they do. */
export async function standsForIt(
  ctx: CallContext,
  { may, refusals }: Action,
  who: PersonCalling,
  organisation: string,
): Promise<boolean> {
  const isForOwner = "identity.owner-only" in refusals;
  if (!isForOwner && !("identity.leads-only" in refusals)) return true;
  const kind = await kindOf(ctx, organisation);
  // Of one that is not there nobody stands in the way.
  if (!kind) return true;
  const state = await stateNow(ctx, memberships, organisation);
  if (isForOwner) return ownerIn(state) === who.person;
  return (may === "invite people" ? invites : leads)(state, kind, who);
}
