import Type from "typebox";
import { command, event, query, save } from "#shared/contract/contract.ts";
import { conflict, notAllowed, notFound, tooMany } from "#shared/contract/refusals.ts";
import {
  closed,
  EmailAddress,
  EventId,
  Id,
  Instant,
  LanguageTag,
  list,
  Name,
  PublicText,
  Secret,
  Text,
  Words,
} from "#shared/contract/schemas.ts";
import { GivenStanding, StandingWord } from "../memberships/contract.ts";
import { OrganisationKind } from "../organisations/contract.ts";
import { grantRefusals, RoleWord } from "../people/contract.ts";

const over = { "identity.invitation-over": notFound() };
/** To whoever invites: those who are invited are told something else. */
const notOpen = { "identity.no-such-invitation": notFound() };
const leadsOnly = { "identity.leads-only": notAllowed() };
const unknownOrganisation = { "identity.unknown-organisation": conflict() };
const tooManyLetters = { "identity.too-many-invitations": tooMany({ until: Instant() }) };
const one = { organisation: Id(), invitation: Id() };
const given = { roles: list(RoleWord(), 6), standing: GivenStanding() };

export const actions = {
  /** A letter to that address, with a link that works once, for seven days. Says nothing of whether it is known here, but of whoever belongs there already. */
  invite: command({
    route: "POST /organisations/:organisation/invitations",
    may: "invite people",
    input: closed({
      organisation: Id(),
      email: EmailAddress(),
      /** The letter's. */
      language: LanguageTag(),
      roles: list(RoleWord(), 6, 1),
      standing: GivenStanding(),
    }),
    output: closed({ invitation: Id() }),
    refusals: {
      ...unknownOrganisation,
      ...leadsOnly,
      ...grantRefusals,
      ...tooManyLetters,
      "identity.invited-already": conflict(),
      "identity.member-already": conflict(),
    },
  }),
  /** Those that are still open. */
  invitations: query({
    route: "GET /organisations/:organisation/invitations",
    may: "invite people",
    input: closed({ organisation: Id() }),
    output: closed({
      rows: list(
        closed({ invitation: Id(), email: EmailAddress(), ...given, at: Instant(), endsAt: Instant() }),
      ),
    }),
    refusals: leadsOnly,
  }),
  /** Another letter with another link, for seven days from now; the one before opens nothing any more. */
  renewInvitation: command({
    route: "POST /organisations/:organisation/invitations/:invitation/letters",
    may: "invite people",
    input: closed(one),
    output: closed({}),
    refusals: { ...unknownOrganisation, ...leadsOnly, ...notOpen, ...tooManyLetters },
  }),
  withdrawInvitation: command({
    route: "POST /organisations/:organisation/invitations/:invitation/withdrawal",
    may: "invite people",
    input: closed(one),
    output: closed({}),
    refusals: { ...unknownOrganisation, ...leadsOnly, ...notOpen },
  }),
  /** Who invites to what; never whom. Changes nothing, for programs that look at mail open links too. */
  invitation: query({
    route: "GET /invitations/:invitation",
    may: "anyone",
    input: closed({ invitation: Id() }),
    output: closed({
      organisationName: PublicText(),
      kind: OrganisationKind(),
      roles: list(RoleWord(), 6),
      standing: StandingWord(),
      /** None of someone who has been erased. */
      by: Type.Optional(Text(120)),
      endsAt: Instant(),
    }),
  }),
  /** Uses the link up. It proves a mailbox: whoever signs in with that address joins, or else a new person does. */
  acceptInvitation: command({
    route: "POST /invitations/:invitation/acceptance",
    may: "anyone",
    browser: true,
    input: closed({
      invitation: Id(),
      link: Secret(),
      /** Of whoever is not known here yet. */
      name: Type.Optional(Name(120)),
    }),
    output: closed({
      organisation: Id(),
      /** Of a new person alone: by that they sign in, or choose a password first, in this browser. */
      signIn: Type.Optional(closed({ opens: Words("session", "password"), link: Secret() })),
    }),
    refusals: {
      ...over,
      ...unknownOrganisation,
      "identity.name-missing": conflict(),
      "identity.address-taken": conflict(),
      /** Whoever is signed in here signs in with another address. */
      "identity.someone-else-invited": conflict(),
    },
  }),
  /** Sent by a reaction. Once for each event, however often it is asked for. */
  writeToInvited: save({
    may: "write to people",
    input: closed({
      invitation: Id(),
      endsAt: Instant(),
      event: EventId(),
    }),
    output: closed({}),
  }),
};

export const events = {
  /** The address stands with its link, beside the log (`letters.ts`). */
  PersonInvited: event(1, closed({ invitation: Id(), ...given, endsAt: Instant() })),
  InvitationRenewed: event(1, closed({ invitation: Id(), endsAt: Instant() })),
  InvitationWithdrawn: event(1, closed({ invitation: Id() })),
  InvitationAccepted: event(1, closed({ invitation: Id(), person: Id() })),
};
