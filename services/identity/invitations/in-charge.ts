import type { CallContext } from "#shared/contract/call.ts";
import { stateNow } from "#shared/contract/execute.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { memberships } from "../memberships/memberships.ts";
import { invites, type Kind } from "../memberships/standing.ts";

/** Asked before anything is counted or said of an address; the rule asks it again. */
export async function inCharge(ctx: CallContext, organisation: string, kind: Kind) {
  const state = await stateNow(ctx, memberships, organisation);
  return invites(state, kind, ctx.meta.who) ? state : refuse("identity.leads-only");
}
