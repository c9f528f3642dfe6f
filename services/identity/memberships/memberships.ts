import { Map as ById } from "immutable";
import type { Static } from "typebox";
import type { Role } from "#shared/access/principal.ts";
import type { EventOf } from "#shared/contract/contract.ts";
import type { Feature } from "#shared/log/feature.ts";
import type { events as invitationEvents } from "../invitations/contract.ts";
import type { events, GivenStanding, StandingWord } from "./contract.ts";

export type MembershipEvent =
  | EventOf<{ events: typeof events }>
  | EventOf<{ events: typeof invitationEvents }>;
export type Standing = Static<ReturnType<typeof StandingWord>>;

export type Membership = { roles: Role[]; standing: Standing };
export type Invitation = {
  roles: Role[];
  standing: Static<ReturnType<typeof GivenStanding>>;
  endsAt: string;
};

/** One organisation's people and open invitations: in one stream, so that of two who leave at once one stays in charge. */
export type Memberships = { people: ById<string, Membership>; invitations: ById<string, Invitation> };

export const initial: Memberships = { people: ById(), invitations: ById() };

export function evolve(state: Memberships, event: MembershipEvent): Memberships {
  const { people, invitations } = state;
  switch (event.type) {
    case "MembershipBegun": {
      const { person, ...membership } = event.data;
      return { ...state, people: people.set(person, membership) };
    }
    case "StandingChanged":
      return { ...state, people: changed(people, event.data.person, { standing: event.data.standing }) };
    case "RolesChanged":
      return { ...state, people: changed(people, event.data.person, { roles: event.data.roles }) };
    case "MembershipEnded":
      return { ...state, people: people.delete(event.data.person) };
    case "PersonInvited": {
      const { invitation, ...invited } = event.data;
      return { ...state, invitations: invitations.set(invitation, invited) };
    }
    case "InvitationRenewed": {
      const { invitation, endsAt } = event.data;
      const renewed = { ...invitations.get(invitation)!, endsAt };
      return { ...state, invitations: invitations.set(invitation, renewed) };
    }
    case "InvitationWithdrawn":
    case "InvitationAccepted":
      return { ...state, invitations: invitations.delete(event.data.invitation) };
    default:
      return event satisfies never;
  }
}

const changed = (people: Memberships["people"], person: string, change: Partial<Membership>) =>
  people.set(person, { ...people.get(person)!, ...change });

/** Its streams are called as the organisation is. */
export const memberships: Feature<Memberships, MembershipEvent> = { name: "memberships", initial, evolve };
