import Type from "typebox";
import { command, event, query, save } from "#shared/contract/contract.ts";
import { conflict } from "#shared/contract/refusals.ts";
import {
  closed,
  DocumentId,
  EmailAddress,
  EventId,
  Id,
  Instant,
  LanguageTag,
  list,
  Name,
  Text,
  Words,
} from "#shared/contract/schemas.ts";
import { StandingWord } from "../memberships/contract.ts";
import { RoleWord } from "../people/contract.ts";

const Membership = () =>
  closed({
    organisation: Id(),
    organisationName: Text(200),
    roles: list(RoleWord(), 6),
    standing: StandingWord(),
  });

const AccountStep = () => Words("suspend", "reinstate", "reopen", "end-sessions", "ask-erasure");

const done = closed({ person: Id() });
const notYourself = { "identity.not-yourself": conflict() };

export const actions = {
  /** Who may sign in; none of who was erased. */
  people: query({
    route: "GET /people",
    may: "see accounts",
    input: closed({
      /** An e-mail address, or words of a name. */
      find: Type.Optional(Name(254)),
      organisation: Type.Optional(Id()),
      after: Type.Optional(Id()),
      limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
    }),
    output: closed({
      rows: list(
        closed({
          person: Id(),
          /** None for a moment, while somebody is being erased. */
          own: Type.Optional(closed({ name: Text(120), email: EmailAddress() })),
          memberships: list(Membership()),
          suspended: Type.Boolean(),
        }),
      ),
      next: Type.Optional(Id()),
    }),
  }),
  accountOf: query({
    route: "GET /people/:id",
    may: "see accounts",
    input: closed({ id: Id() }),
    output: closed({
      person: Id(),
      /** None of who was erased. */
      own: Type.Optional(closed({ name: Text(120), email: EmailAddress(), language: LanguageTag() })),
      memberships: list(Membership()),
      password: Type.Boolean(),
      secondFactor: Type.Boolean(),
      suspended: Type.Optional(
        closed({
          at: Instant(),
          by: Type.Optional(Text(120)),
          /** None when its term is over. */
          reason: Type.Optional(Text(2_000)),
        }),
      ),
      sessions: list(
        closed({
          session: Id(),
          device: Type.Optional(Text(80)),
          organisationName: Text(200),
          startedAt: Instant(),
          seenAt: Instant(),
        }),
      ),
      abilities: list(AccountStep()),
    }),
  }),
  /** Nobody signs in as them until they are reinstated; where they were signed in, they no longer are. */
  suspendPerson: command({
    route: "POST /people/:id/suspension",
    may: "steer accounts",
    input: closed({ id: Id(), reason: Text(2_000) }),
    output: done,
    refusals: {
      ...notYourself,
      "identity.suspended-already": conflict(),
      "identity.last-in-charge": conflict(),
    },
  }),
  reinstatePerson: command({
    route: "POST /people/:id/reinstatement",
    may: "steer accounts",
    input: closed({ id: Id() }),
    output: done,
    refusals: { "identity.not-suspended": conflict() },
  }),
  /**
   * For who has lost their second factor and every recovery code: a letter with a link, by which they choose a password and
   * set up a new one. Until they use it nothing is taken from them.
   */
  reopenAccount: command({
    route: "POST /people/:id/reopening",
    may: "steer accounts",
    input: closed({ id: Id() }),
    output: done,
    refusals: {
      ...notYourself,
      "identity.no-second-factor": conflict(),
      "identity.suspended-already": conflict(),
    },
  }),
  endSessionsOf: save({
    route: "DELETE /people/:id/sessions",
    may: "steer accounts",
    input: closed({ id: Id() }),
    output: closed({ ended: Type.Integer() }),
  }),
  /** The letter of a reopening. Once for each event, however often it is asked for. */
  sendAccountLink: save({
    may: "write to people",
    input: closed({ person: Id(), event: EventId() }),
    output: closed({}),
  }),
};

export const events = {
  PersonSuspended: event(1, closed({ reason: DocumentId() })),
  PersonReinstated: event(1, closed({})),
  AccountReopened: event(1, closed({})),
};
