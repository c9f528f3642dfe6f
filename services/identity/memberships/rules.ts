import type { Role } from "#shared/access/principal.ts";
import type { Refused } from "#shared/contract/contract.ts";
import { refuse } from "#shared/contract/refusals.ts";
import type { Given } from "#shared/log/feature.ts";
import type { actions } from "./contract.ts";
import type { MembershipEvent, Memberships, Standing } from "./memberships.ts";
import { isLastInCharge, type Kind, leads, ownerIn, standingFor, standingOfNext } from "./standing.ts";

type No<A extends keyof typeof actions> = Refused<(typeof actions)[A]>;

export type Facts = { kind: Kind };
type Someone = { person: string };

const standingChanged = (person: string, standing: Standing, reason?: string): MembershipEvent => ({
  type: "StandingChanged",
  data: { person, standing, ...(reason && { reason }) },
});

const ended = (person: string, reason?: string): MembershipEvent => ({
  type: "MembershipEnded",
  data: { person, ...(reason && { reason }) },
});

/** There is one owner: who was it before leads from now on. */
function makeOwner(state: Memberships, person: string, reason?: string): MembershipEvent[] {
  const before = ownerIn(state);
  return [
    ...(before ? [standingChanged(before, "lead", reason)] : []),
    standingChanged(person, "owner", reason),
  ];
}

export function begin(
  state: Memberships,
  { person, roles }: Someone & { roles: Role[] },
  { kind }: Given<Facts>,
): MembershipEvent[] | Extract<No<"takeIn">, { refused: "identity.member-already" }> {
  if (state.people.has(person)) return refuse("identity.member-already");
  const standing = standingOfNext(state, kind, roles, "colleague");
  return [{ type: "MembershipBegun", data: { person, roles, standing } }];
}

export function changeStanding(
  state: Memberships,
  { person, standing }: Someone & { standing: "lead" | "colleague" },
  { kind, by }: Given<Facts>,
): MembershipEvent[] | No<"changeStanding"> {
  if (!leads(state, kind, by)) return refuse("identity.leads-only");
  const now = state.people.get(person)?.standing;
  if (!now) return refuse("identity.no-such-member");
  if (kind === "office") return refuse("identity.standing-by-role");
  if (now === standing) return refuse("identity.standing-already");
  if (now === "owner") return refuse("identity.owner-stays");
  if (standing === "colleague" && isLastInCharge(state, person)) return refuse("identity.last-in-charge");
  return [standingChanged(person, standing)];
}

/** That such roles are there and may be given is looked at before. */
export function changeRoles(
  state: Memberships,
  { person, roles }: Someone & { roles: Role[] },
  { kind, by }: Given<Facts>,
): MembershipEvent[] | No<"changeRoles"> {
  if (!leads(state, kind, by)) return refuse("identity.leads-only");
  const now = state.people.get(person)?.standing;
  if (!now) return refuse("identity.no-such-member");
  const standing = standingFor(kind, roles, now);
  if (standing === "colleague" && isLastInCharge(state, person)) return refuse("identity.last-in-charge");
  const changed: MembershipEvent = { type: "RolesChanged", data: { person, roles } };
  return standing === now ? [changed] : [changed, standingChanged(person, standing)];
}

export function handOver(
  state: Memberships,
  { person }: Someone,
  { kind, by }: Given<Facts>,
): MembershipEvent[] | No<"handOver"> {
  if (kind === "office") return refuse("identity.standing-by-role");
  if (by.kind !== "person" || ownerIn(state) !== by.person) return refuse("identity.owner-only");
  if (!state.people.has(person)) return refuse("identity.no-such-member");
  return person === by.person ? refuse("identity.standing-already") : makeOwner(state, person);
}

export function remove(
  state: Memberships,
  { person }: Someone,
  { kind, by }: Given<Facts>,
): MembershipEvent[] | No<"removePerson"> {
  if (!leads(state, kind, by)) return refuse("identity.leads-only");
  if (!state.people.has(person)) return refuse("identity.no-such-member");
  if (isLastInCharge(state, person)) return refuse("identity.last-in-charge");
  return ownerIn(state) === person ? refuse("identity.owner-stays") : [ended(person)];
}

export function leave(state: Memberships, { person }: Someone): MembershipEvent[] | No<"leaveOrganisation"> {
  if (!state.people.has(person)) return refuse("identity.no-such-member");
  if (isLastInCharge(state, person)) return refuse("identity.last-in-charge");
  return ownerIn(state) === person ? refuse("identity.hand-over-first") : [ended(person)];
}

export function repair(
  state: Memberships,
  { person, to, reason }: Someone & { to: Standing | "removed"; reason: string },
  { kind, by }: Given<Facts>,
): MembershipEvent[] | No<"repairMembership"> {
  if (by.kind === "person" && by.person === person) return refuse("identity.roles-beyond-yours");
  const now = state.people.get(person)?.standing;
  if (!now) return refuse("identity.no-such-member");
  if (kind === "office") return refuse("identity.standing-by-role");
  if (now === to) return refuse("identity.standing-already");
  if (to === "owner") return makeOwner(state, person, reason);
  if (to !== "lead" && isLastInCharge(state, person)) return refuse("identity.last-in-charge");
  return to === "removed" ? [ended(person, reason)] : [standingChanged(person, to, reason)];
}

/** Who is erased belongs nowhere any more, though nobody be left in charge: then the office repairs it. */
export const end = (state: Memberships, { person }: Someone): MembershipEvent[] | No<"endMembership"> =>
  state.people.has(person) ? [ended(person)] : refuse("identity.no-such-member");
