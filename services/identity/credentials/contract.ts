import Type from "typebox";
import { event, query, save } from "#shared/contract/contract.ts";
import { conflict, notFound, tooMany, unauthenticated } from "#shared/contract/refusals.ts";
import {
  closed,
  EmailAddress,
  Id,
  Instant,
  LanguageTag,
  list,
  Secret,
  Words,
} from "#shared/contract/schemas.ts";

/** As many characters as anyone wants to type; spaces count, and so do letters of every script. */
const Password = (minLength = 1) => Type.String({ minLength, maxLength: 200 });
/** Twelve and a second factor; what easily is guessed is refused beside (NIST SP 800-63B-4, 3.1.1.2). */
const NewPassword = () => Password(12);
/** What writing and copying puts between groups of letters: spaces of every width, hyphens, dashes, a minus. */
const separators = "\\s\\u00ad\\u200b\\u2010-\\u2015\\u2212\\ufe58\\ufe63\\uff0d-";
/** Six figures of an app, or a recovery code however it was copied. */
const SignInCode = () => Type.String({ pattern: `^[A-Za-z0-9${separators}]{6,60}$` });

/** The secret is for the gateway's cookie; it never reaches a page. */
const session = { person: Id(), secret: Type.String() };
const wrongCode = { "identity.wrong-code": unauthenticated() };
const wrongRecoveryCode = { "identity.wrong-recovery-code": unauthenticated() };
const locked = { "identity.locked": tooMany({ until: Instant() }) };
const notThisOne = {
  "identity.easily-guessed": conflict(),
  "identity.known-leaked": conflict(),
  "identity.same-password": conflict(),
};
const recoveryCodes = list(Type.String(), 20);

export const actions = {
  /** For staff. Opens nothing yet but the way to the second factor. */
  signInByPassword: save({
    route: "POST /session/password",
    may: "anyone",
    browser: true,
    input: closed({ email: EmailAddress(), password: Password() }),
    output: closed(session),
    refusals: { "identity.wrong-credentials": unauthenticated(), ...locked },
  }),
  /** Ends signing in, and says again who is there before something that counts. */
  giveSecondFactor: save({
    route: "POST /session/second-factor",
    may: "be someone",
    browser: true,
    input: closed({ code: SignInCode() }),
    output: closed(session),
    refusals: { ...wrongCode, ...wrongRecoveryCode, ...locked },
  }),
  account: query({
    route: "GET /account",
    may: "be someone",
    aboutCaller: true,
    input: closed({}),
    output: closed({
      /** Where letters reach them. None for a moment, while they are being erased. */
      email: Type.Optional(EmailAddress()),
      /** In which they are written. */
      language: Type.Optional(LanguageTag()),
      /** Whether theirs are rights that need a password and a second factor. */
      staff: Type.Boolean(),
      password: Type.Boolean(),
      secondFactor: Type.Boolean(),
      recoveryCodes: Type.Integer(),
      /** By whose accounts they sign in too. */
      providers: list(Id(), 20),
      /** They asked to be erased then, and it is not done yet. */
      erasureAskedAt: Type.Optional(Instant()),
    }),
  }),
  /** A seed that counts from its first code on. Who has a second factor already has given it lately. */
  prepareSecondFactor: save({
    route: "POST /account/second-factor",
    may: "be someone",
    input: closed({}),
    output: closed({ seed: Type.String(), address: Type.String() }),
    refusals: { "identity.staff-only": conflict() },
  }),
  confirmSecondFactor: save({
    route: "PUT /account/second-factor",
    may: "be someone",
    browser: true,
    input: closed({ code: SignInCode() }),
    /** Shown this once. */
    output: closed({ ...session, recoveryCodes }),
    refusals: { ...wrongCode, ...locked },
  }),
  renewRecoveryCodes: save({
    route: "POST /account/recovery-codes",
    may: "be someone",
    input: closed({}),
    output: closed({ recoveryCodes }),
    refusals: { "identity.no-second-factor": conflict() },
  }),
  changePassword: save({
    route: "PUT /account/password",
    may: "be someone",
    browser: true,
    input: closed({ current: Password(), password: NewPassword() }),
    output: closed(session),
    refusals: { "identity.wrong-password": unauthenticated(), ...locked, ...notThisOne },
  }),
  /** By the link of a letter or of the console. */
  setPassword: save({
    route: "POST /session/new-password",
    may: "anyone",
    browser: true,
    input: closed({ link: Secret(), password: NewPassword() }),
    output: closed(session),
    refusals: {
      "identity.password-link-invalid": notFound(),
      "identity.link-locked": tooMany({ until: Instant() }),
      ...notThisOne,
    },
  }),
};

/** About how somebody signs in; what it is now, only they know. */
export const CredentialChange = () =>
  Words(
    ...(["password", "second-factor", "recovery-codes", "recovery-code-used", "second-factor-lost"] as const),
    ...(["provider-linked", "provider-unlinked", "first-password"] as const),
  );

export const events = {
  /** Since version 2 also of accounts at providers, since version 3 of a first password apart from others. */
  CredentialsChanged: event(3, closed({ what: CredentialChange() }), {
    1: (data) => data,
    2: (data) => data,
  }),
};
