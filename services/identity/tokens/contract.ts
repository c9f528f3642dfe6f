import Type from "typebox";
import { query, save } from "#shared/contract/contract.ts";
import { conflict, notFound } from "#shared/contract/refusals.ts";
import { closed, Id, Instant, list, Name, Secret, Text, Words } from "#shared/contract/schemas.ts";
import { RoleWord } from "../people/contract.ts";

/** All that a token can be for: what a route of some service needs, unless it is everyone's or for its owner alone. */
export const scopes = [
  ...(["identity.read", "identity.write", "mail.read", "mail.write"] as const),
  ...(["missions.read", "missions.write"] as const),
  ...(["partnerships.read", "partnerships.write", "settings.read", "settings.write"] as const),
];

export type TokenScope = (typeof scopes)[number];

const Scopes = (minItems = 0) => list(Words(...scopes), scopes.length, minItems);

const TokenShown = closed({
  /** As it stands in the token itself, after `ccp_`; it opens nothing. */
  token: Id(),
  name: Text(80),
  organisationName: Text(200),
  scope: Scopes(),
  madeAt: Instant(),
  endsAt: Instant(),
  /** To the minute. */
  usedAt: Type.Optional(Instant()),
});

const ended = { "identity.no-such-token": notFound() };

export const actions = {
  /** Those that have not ended, the newest first. */
  tokens: query({
    route: "GET /account/tokens",
    may: "be someone",
    aboutCaller: true,
    input: closed({}),
    output: closed({
      rows: list(TokenShown),
      /** For what one of theirs could be, by their own rights now. */
      scopes: Scopes(),
    }),
  }),
  /** For the organisation that they act for now. */
  makeToken: save({
    route: "POST /account/tokens",
    may: "make own tokens",
    input: closed({
      name: Name(80),
      scope: Scopes(1),
      days: Type.Integer({ minimum: 1, maximum: 365, default: 90 }),
    }),
    /** `bearer`: the token itself, shown this once. */
    output: closed({ token: Id(), bearer: Type.String(), endsAt: Instant() }),
    refusals: {
      "identity.too-many-tokens": conflict({ most: Type.Integer() }),
      "identity.no-session": notFound(),
    },
  }),
  endToken: save({
    route: "DELETE /account/tokens/:token",
    may: "be someone",
    input: closed({ token: Id() }),
    output: closed({}),
    refusals: ended,
  }),
  tokensOfPerson: query({
    route: "GET /people/:id/tokens",
    may: "oversee tokens",
    input: closed({ id: Id() }),
    output: closed({ rows: list(TokenShown) }),
  }),
  endTokenOfPerson: save({
    route: "DELETE /people/:id/tokens/:token",
    may: "oversee tokens",
    input: closed({ id: Id(), token: Id() }),
    output: closed({}),
    refusals: ended,
  }),
  /** For the gateway: who asks by it? */
  principalOfToken: query({
    may: "ask whose session it is",
    input: closed({ tokenHash: Secret() }),
    output: closed({
      person: Id(),
      organisation: Id(),
      roles: list(RoleWord(), 6),
      token: closed({ id: Id(), scope: Scopes() }),
    }),
    refusals: { "identity.no-such-token": notFound() },
  }),
};
