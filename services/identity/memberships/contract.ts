import Type from "typebox";
import { command, event, query, save } from "#shared/contract/contract.ts";
import { conflict, notAllowed, notFound } from "#shared/contract/refusals.ts";
import { closed, DocumentId, Id, list, PublicText, Text, Words } from "#shared/contract/schemas.ts";
import { OrganisationKind } from "../organisations/contract.ts";
import { grantRefusals, RoleWord } from "../people/contract.ts";

/** How somebody stands within an organisation: who owns it, who else leads it, and all others. In the office leads are its admins. */
export const StandingWord = () => Words("owner", "lead", "colleague");
/** What may be given; owner one becomes by being the first, or by the one before. */
export const GivenStanding = () => Words("lead", "colleague");

const who = { organisation: Id(), person: Id() };
const notThere = { "identity.unknown-organisation": conflict(), "identity.no-such-member": notFound() };
const leadsOnly = { ...notThere, "identity.leads-only": notAllowed() };
const lastInCharge = { "identity.last-in-charge": conflict() };
const ownerStays = { "identity.owner-stays": conflict() };
const ownStanding = { "identity.standing-by-role": conflict(), "identity.standing-already": conflict() };

const Colleague = closed({
  person: Id(),
  /** None of someone who has been erased. */
  name: Type.Optional(Text(120)),
  roles: list(RoleWord(), 6),
  standing: StandingWord(),
  /** The one who asks. */
  self: Type.Boolean(),
  /** Said to whoever is in charge there, or could repair it. */
  suspended: Type.Optional(Type.Boolean()),
  abilities: list(Words("make-lead", "make-colleague", "hand-over", "change-roles", "remove", "repair")),
});

export const actions = {
  /** Whoever belongs to an organisation, in the order in which they came. */
  peopleOf: query({
    route: "GET /organisations/:organisation/people",
    may: "see who belongs to an organisation",
    input: closed({ organisation: Id() }),
    output: closed({
      organisationName: PublicText(),
      kind: OrganisationKind(),
      /** Roles that there are in such an organisation. */
      roles: list(RoleWord(), 6),
      rows: list(Colleague, 500),
      abilities: list(Words("invite", "leave")),
    }),
  }),
  changeStanding: command({
    route: "PUT /organisations/:organisation/people/:person/standing",
    may: "lead own organisation",
    input: closed({ ...who, standing: GivenStanding() }),
    output: closed({}),
    refusals: { ...leadsOnly, ...ownerStays, ...lastInCharge, ...ownStanding },
  }),
  /** Whose rights change signs in anew. */
  changeRoles: command({
    route: "PUT /organisations/:organisation/people/:person/roles",
    may: "lead own organisation",
    input: closed({ ...who, roles: list(RoleWord(), 6, 1) }),
    output: closed({}),
    refusals: { ...leadsOnly, ...lastInCharge, ...grantRefusals },
  }),
  /** From now on the owner is a lead, and that person the owner. */
  handOver: command({
    route: "PUT /organisations/:organisation/owner",
    may: "lead own organisation",
    input: closed(who),
    output: closed({}),
    refusals: { ...notThere, "identity.owner-only": notAllowed(), ...ownStanding },
  }),
  /** Ends their sessions for this organisation at once; they may belong to others. */
  removePerson: command({
    route: "POST /organisations/:organisation/people/:person/removal",
    may: "lead own organisation",
    input: closed(who),
    output: closed({}),
    refusals: { ...leadsOnly, ...ownerStays, ...lastInCharge },
  }),
  leaveOrganisation: command({
    route: "POST /people/:person/departures",
    may: "leave organisations",
    input: closed(who),
    output: closed({}),
    refusals: {
      "identity.no-such-member": notFound(),
      "identity.hand-over-first": conflict(),
      ...lastInCharge,
    },
  }),
  /** By the office, where those in charge cannot: of other organisations than the office itself. */
  repairMembership: command({
    route: "POST /organisations/:organisation/people/:person/repair",
    may: "repair organisations",
    input: closed({ ...who, to: Words("owner", "lead", "colleague", "removed"), reason: Text(500) }),
    output: closed({}),
    refusals: {
      ...notThere,
      ...lastInCharge,
      ...ownStanding,
      "identity.roles-beyond-yours": notAllowed(),
    },
  }),
  /** Sent by a reaction for what older logs say of a person themselves. */
  takeIn: command({
    may: "keep memberships",
    input: closed({ ...who, roles: list(RoleWord(), 6) }),
    output: closed({}),
    refusals: {
      "identity.unknown-organisation": conflict(),
      "identity.member-already": conflict(),
      "identity.erased-already": conflict(),
    },
  }),
  /** Sent by a reaction when somebody has been erased: of every organisation of theirs. */
  endMemberships: save({
    may: "keep memberships",
    input: closed({ person: Id() }),
    output: closed({}),
  }),
  /** Rung by an alarm when somebody left an organisation so long ago: erased, if they belong to none. */
  forgetDeparted: save({
    may: "keep memberships",
    input: closed({ person: Id() }),
    output: closed({}),
  }),
  endMembership: command({
    may: "keep memberships",
    input: closed(who),
    output: closed({}),
    refusals: { "identity.no-such-member": notFound() },
  }),
};

export const events = {
  MembershipBegun: event(1, closed({ person: Id(), roles: list(RoleWord(), 6), standing: StandingWord() })),
  /** `reason`: why the office did it. */
  StandingChanged: event(
    1,
    closed({ person: Id(), standing: StandingWord(), reason: Type.Optional(DocumentId()) }),
  ),
  RolesChanged: event(1, closed({ person: Id(), roles: list(RoleWord(), 6) })),
  MembershipEnded: event(1, closed({ person: Id(), reason: Type.Optional(DocumentId()) })),
};
