import type { Principal } from "#shared/access/principal.ts";
import type { CallContext } from "#shared/contract/call.ts";
import { stateNow } from "#shared/contract/execute.ts";
import { account } from "../accounts/accounts.ts";
import { memberships } from "../memberships/memberships.ts";
import { invites } from "../memberships/standing.ts";
import { kindOf } from "../organisations/own.ts";
import { rowOf } from "../people/own.ts";
import { mayGrant } from "../people/roles.ts";
import type { InvitationLetter } from "./letters.ts";

/** Whether who gave an invitation could still give it: it is worth no more than they are now. */
export async function mayStillInvite(
  ctx: CallContext,
  { invitation, organisation, by }: Pick<InvitationLetter, "organisation" | "by"> & { invitation: string },
  invited: string,
): Promise<boolean> {
  // The system, or somebody who was not known yet.
  if (!by) return true;
  const row = await rowOf(ctx, by);
  const kind = await kindOf(ctx, organisation);
  if (!row || row.erased || !kind || (await stateNow(ctx, account, by)).suspended) return false;
  const state = await stateNow(ctx, memberships, organisation);
  const roles = state.invitations.get(invitation)?.roles ?? [];
  return row.memberships.some((membership) => {
    const who: Principal = { kind: "person", person: by, ...membership };
    return invites(state, kind, who) && mayGrant(who, roles, invited);
  });
}
