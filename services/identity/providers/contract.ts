import Type from "typebox";
import { save } from "#shared/contract/contract.ts";
import { conflict, notFound, unauthenticated } from "#shared/contract/refusals.ts";
import { closed, Id, LanguageTag, Secret } from "#shared/contract/schemas.ts";
import { Back } from "../sign-in/contract.ts";

const goal = { provider: Id(), language: LanguageTag() };
/** Where the browser goes now: an address of the provider's. */
const away = closed({ address: Type.String() });
const unknown = { "identity.unknown-provider": notFound() };
const unreached = { "identity.provider-away": conflict() };
/** That somebody who is signed in goes there for their second factor. */
const proving = { proving: Type.Optional(Type.Boolean()) };
/**
 * Where somebody who is sent back goes on: from their account when they went to link one, to their second factor when they went
 * for that, or to sign in; and where they were going.
 */
const whence = { linking: Type.Optional(Type.Boolean()), ...proving, back: Type.Optional(Back()) };

/** OpenID Connect Core 1.0, section 3.1: the authorization code flow. */
export const actions = {
  /** Whoever is signed in already comes to prove anew who they are. */
  goToProvider: save({
    route: "POST /session/authentication-requests",
    may: "anyone",
    browser: true,
    input: closed({ ...goal, ...proving, back: Type.Optional(Back()) }),
    output: away,
    refusals: { ...unknown, ...unreached },
  }),
  /** To sign in by that account from now on. Who has a second factor has given it lately. */
  goToLinkProvider: save({
    route: "POST /account/authentication-requests",
    may: "be someone",
    browser: true,
    input: closed(goal),
    output: away,
    refusals: { ...unknown, ...unreached },
  }),
  /**
   * What the provider sent the browser back with, after either. Taken once, within ten minutes, in the browser that went.
   * RFC 6749, sections 4.1.2 and 4.1.2.1; `iss` is RFC 9207.
   */
  comeFromProvider: save({
    route: "POST /session/authentication-responses",
    may: "anyone",
    browser: true,
    input: closed({
      state: Secret(),
      code: Type.Optional(Type.String({ pattern: "^[!-~]+$", maxLength: 4_000 })),
      error: Type.Optional(Type.String({ pattern: "^[!-~]+$", maxLength: 100 })),
      iss: Type.Optional(Type.String({ format: "uri", maxLength: 2_000 })),
    }),
    output: closed({
      person: Id(),
      /** For the gateway's cookie; it never reaches a page. */
      secret: Type.String(),
      ...proving,
      back: Type.Optional(Back()),
      /** Of the commit that admitted them, of who is new. */
      position: Type.Optional(Type.Integer()),
    }),
    refusals: {
      "identity.answer-invalid": unauthenticated(whence),
      "identity.stopped-there": conflict(whence),
      "identity.not-linked": unauthenticated(whence),
      "identity.organisation-not-here": unauthenticated(whence),
      "identity.account-taken": conflict(whence),
      "identity.provider-away": conflict(whence),
    },
  }),
  unlinkProvider: save({
    route: "DELETE /account/providers/:provider",
    may: "be someone",
    input: closed({ provider: Id() }),
    output: closed({}),
  }),
};
