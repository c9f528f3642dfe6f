import Type from "typebox";
import { query, save } from "#shared/contract/contract.ts";
import { notFound } from "#shared/contract/refusals.ts";
import { closed, Id, Instant, list, PublicText, Secret, Text, Words } from "#shared/contract/schemas.ts";
import { RoleWord } from "../people/contract.ts";

/**
 * A Moleculer event with `hashes` of sessions and tokens: whoever remembers them forgets them. A hint: who misses it remembers them no longer
 * than two seconds.
 */
export const sessionsEnded = "identity.sessions-ended";

const PersonInRole = closed({
  person: Id(),
  name: Text(120),
  organisation: Id(),
  organisationName: Text(200),
  roles: list(RoleWord(), 6),
});

const SessionShown = closed({
  session: Id(),
  organisationName: Text(200),
  device: Type.Optional(Text(80)),
  startedAt: Instant(),
  seenAt: Instant(),
  /** The one that asks. */
  current: Type.Boolean(),
});

export const actions = {
  demoPersons: query({
    route: "GET /demo/persons",
    may: "try the demo",
    input: closed({}),
    output: closed({ rows: list(PersonInRole) }),
  }),
  signInAsDemoPerson: save({
    route: "POST /demo/session",
    may: "try the demo",
    input: closed({ person: Id(), organisation: Type.Optional(Id()) }),
    /** The secret is for the gateway's cookie; it never reaches a page. */
    output: closed({ person: Id(), secret: Type.String() }),
    refusals: { "identity.unknown-person": notFound() },
  }),
  signOut: save({
    route: "DELETE /session",
    may: "anyone",
    input: closed({}),
    output: closed({}),
  }),
  /** From now on on behalf of another organisation that they belong to; under a new session, since their rights change. */
  changeOrganisation: save({
    route: "PUT /session/organisation",
    may: "be someone",
    browser: true,
    input: closed({ organisation: Id() }),
    output: closed({ person: Id(), secret: Type.String() }),
    refusals: { "identity.not-a-member": notFound() },
  }),
  me: query({
    route: "GET /session",
    may: "anyone",
    aboutCaller: true,
    input: closed({}),
    output: closed({
      signedIn: Type.Boolean(),
      demo: Type.Boolean(),
      /** Where one may sign in beside here. */
      providers: list(closed({ provider: Id(), name: PublicText(60) }), 20),
      person: Type.Optional(PersonInRole),
      /** Before their rights count: that it is given, or set up first. */
      secondFactor: Type.Optional(Words("needed", "to-set-up")),
      /** Of whoever is signed in: whether they gave it lately enough for a step that asks it anew. */
      fresh: Type.Optional(Type.Boolean()),
      /** Routes, beside those that are everyone's, that they may take to anything, or to what is theirs. */
      abilities: list(Type.String(), 500),
      /** Whom else they may act for. */
      others: list(closed({ organisation: Id(), organisationName: Text(200) })),
    }),
  }),
  /** Where somebody is signed in, the last used first. */
  sessions: query({
    route: "GET /account/sessions",
    may: "be someone",
    aboutCaller: true,
    input: closed({}),
    output: closed({ rows: list(SessionShown) }),
  }),
  endOneSession: save({
    route: "DELETE /account/sessions/:session",
    may: "be someone",
    input: closed({ session: Id() }),
    output: closed({}),
    refusals: { "identity.no-such-session": notFound() },
  }),
  /** All but the one that asks. */
  endOtherSessions: save({
    route: "DELETE /account/sessions",
    may: "be someone",
    input: closed({}),
    output: closed({ ended: Type.Integer() }),
  }),
  /**
   * For the gateway: whose cookies are these? Of those that have not ended. `unused`: of pages that stand open, and nobody at them,
   * which keeps no session from ending.
   */
  principalsOf: query({
    may: "ask whose session it is",
    input: closed({ sessionHashes: list(Secret(), 5_000), unused: Type.Optional(Type.Boolean()) }),
    output: closed({
      rows: list(
        closed({
          sessionHash: Secret(),
          person: Id(),
          organisation: Id(),
          roles: list(RoleWord(), 6),
          /** Wall-clock ms. */
          secondFactorAt: Type.Optional(Type.Integer()),
          session: Id(),
        }),
        5_000,
      ),
    }),
  }),
  /** Sent by a reaction when somebody was suspended, or lost roles or an organisation: what they have open that goes beyond what they are. */
  endLapsed: save({
    may: "ask whose session it is",
    input: closed({ person: Id() }),
    output: closed({}),
  }),
  endSession: save({
    may: "ask whose session it is",
    input: closed({ sessionHash: Secret() }),
    output: closed({}),
  }),
};
