import type { Refused } from "#shared/contract/contract.ts";
import { refuse } from "#shared/contract/refusals.ts";
import type { Given } from "#shared/log/feature.ts";
import type { Invitation, MembershipEvent, Memberships } from "../memberships/memberships.ts";
import type { Facts } from "../memberships/rules.ts";
import { invites, standingFor, standingOfNext } from "../memberships/standing.ts";
import type { actions } from "./contract.ts";

type No<A extends keyof typeof actions> = Refused<(typeof actions)[A]>;
type One = { invitation: string };

const validMs = 7 * 24 * 60 * 60_000;

export const endOf = (now: Date): string => new Date(now.getTime() + validMs).toISOString();

/** That such roles are there and may be given is looked at before. */
export function invite(
  state: Memberships,
  { invitation, roles, standing }: One & Pick<Invitation, "roles" | "standing">,
  { kind, by, now }: Given<Facts>,
): MembershipEvent[] | No<"invite"> {
  if (!invites(state, kind, by)) return refuse("identity.leads-only");
  const invited = { invitation, roles, standing: standingFor(kind, roles, standing), endsAt: endOf(now) };
  return [{ type: "PersonInvited", data: invited }];
}

export function renew(
  state: Memberships,
  { invitation }: One,
  { kind, by, now }: Given<Facts>,
): MembershipEvent[] | No<"renewInvitation"> {
  if (!invites(state, kind, by)) return refuse("identity.leads-only");
  if (!state.invitations.has(invitation)) return refuse("identity.no-such-invitation");
  return [{ type: "InvitationRenewed", data: { invitation, endsAt: endOf(now) } }];
}

export function withdraw(
  state: Memberships,
  { invitation }: One,
  { kind, by }: Given<Facts>,
): MembershipEvent[] | No<"withdrawInvitation"> {
  if (!invites(state, kind, by)) return refuse("identity.leads-only");
  if (!state.invitations.has(invitation)) return refuse("identity.no-such-invitation");
  return [{ type: "InvitationWithdrawn", data: { invitation } }];
}

/** Of who belongs there already it is used up, and nothing else. */
export function accept(
  state: Memberships,
  { invitation, person }: One & { person: string },
  { kind, now }: Given<Facts>,
): MembershipEvent[] | No<"acceptInvitation"> {
  const open = state.invitations.get(invitation);
  if (!open || new Date(open.endsAt) <= now) return refuse("identity.invitation-over");
  const accepted: MembershipEvent = { type: "InvitationAccepted", data: { invitation, person } };
  if (state.people.has(person)) return [accepted];
  const { roles } = open;
  const standing = standingOfNext(state, kind, roles, open.standing);
  return [accepted, { type: "MembershipBegun", data: { person, roles, standing } }];
}
