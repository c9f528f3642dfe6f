import Type from "typebox";
import { save } from "#shared/contract/contract.ts";
import { notFound } from "#shared/contract/refusals.ts";
import { closed, EmailAddress, Id, LanguageTag, Secret } from "#shared/contract/schemas.ts";

/** Where somebody was going: an address of this site. */
export const Back = () => Type.String({ pattern: "^/(?![/\\\\])[^\\s\\\\]{0,300}$" });

export const actions = {
  /** The answer is the same whether the address is known or not. One letter a minute for an address, at most, in one browser. */
  askForLink: save({
    route: "POST /sign-in-links",
    may: "anyone",
    browser: true,
    input: closed({
      email: EmailAddress(),
      language: LanguageTag(),
      back: Type.Optional(Back()),
    }),
    output: closed({}),
  }),
  /** Opens once, within ten minutes, in the browser that asked for it. */
  signInByLink: save({
    route: "POST /session",
    may: "anyone",
    browser: true,
    input: closed({ link: Secret() }),
    /** The secret is for the gateway's cookie; it never reaches a page. */
    output: closed({ person: Id(), secret: Type.String() }),
    refusals: { "identity.link-invalid": notFound() },
  }),
};
