import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import Type, { type Static, type TSchema } from "typebox";
import type { Role } from "../access/principal.ts";
import { closed, Id, list, PublicText, Words } from "../contract/schemas.ts";
import { isLoopback } from "./loopback.ts";

const or = <S extends TSchema>(schema: S, otherwise: unknown): S => ({ ...schema, default: otherwise });

const Line = () => Type.String({ minLength: 1, maxLength: 2_000 });
const Claim = () => Type.String({ minLength: 1, maxLength: 100 });
const roles = ["officer", "fund-manager", "auditor", "admin", "member", "partner"] as const;

const OpenIdProvider = closed({
  id: Id(),
  /** As its button has it. */
  name: PublicText(60),
  /** Exactly as it calls itself. */
  issuer: Line(),
  clientId: Line(),
  clientSecret: Line(),
  /** Beside `openid`. */
  scopes: or(list(Claim(), 20), []),
  /** Values of `acr` and `amr` that stand for two factors; what is not here stands for one. */
  twoFactors: or(
    closed({ acr: or(list(Line(), 20), []), amr: or(list(Line(), 20), []) }),
    // Filled in further by the defaults inside.
    {},
  ),
  /** By which claims it says who somebody is: a name may be in parts. Asked only of who is admitted. */
  claims: or(
    closed({
      name: or(list(Claim(), 4, 1), ["given_name", "family_name"]),
      email: or(Claim(), "email"),
    }),
    {},
  ),
  /** That it gives no address which it has not verified, though it does not say so by `email_verified`. */
  verifiesEmail: or(Type.Boolean(), false),
  /**
   * For whom somebody acts, of whom the claims say all of `when`: the first that fits. With none, it is not the provider that
   * says so. `admits`: with these roles whoever is new is let in; without, only who is linked.
   */
  organisations: or(
    list(
      closed({
        when: Type.Record(Type.String({ pattern: "^.{1,100}$" }), Line(), {
          minProperties: 1,
          additionalProperties: false,
        }),
        organisation: Id(),
        admits: or(list(Words<Role>(...roles), 6), []),
      }),
      2_000,
    ),
    [],
  ),
});

/** Who tells the portal by OpenID Connect who somebody is. */
export type OpenIdProvider = Static<typeof OpenIdProvider>;

/** Adds to `faults` what is wrong, and where. Never what was given: a secret stands in it. */
export function openIdProviders(name: string, text: string | undefined, faults: string[]): OpenIdProvider[] {
  if (!text) return [];
  const ajv = new Ajv2020({ allErrors: true, strict: false, useDefaults: true });
  const check = ajv.compile<OpenIdProvider[]>(list(OpenIdProvider, 20));
  const given = parsed(text);
  const wrong = check(given)
    ? contradictions(given)
    : given === undefined
      ? ["is no JSON"]
      : (check.errors ?? []).map(saidOf);
  faults.push(...wrong.map((what) => `${name} ${what}.`));
  return wrong.length ? [] : (given as OpenIdProvider[]);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const saidOf = ({ instancePath, message = "is wrong", params }: ErrorObject) =>
  [instancePath || "/", message, params.additionalProperty && `(${params.additionalProperty})`]
    .filter(Boolean)
    .join(" ");

function contradictions(providers: OpenIdProvider[]): string[] {
  const ids = providers.map(({ id }) => id);
  const twice = ids.filter((id, n) => ids.indexOf(id) !== n);
  const unsafe = providers.filter(({ issuer }) => !isIssuer(issuer));
  return [
    ...twice.map((id) => `holds "${id}" twice`),
    ...unsafe.map(({ id }) => `gives "${id}" an issuer that is no address by https`),
  ];
}

/** By http only on this machine: whoever is in between could answer in its name. */
function isIssuer(issuer: string): boolean {
  const url = URL.parse(issuer);
  return url?.protocol === "https:" || (url?.protocol === "http:" && isLoopback(url.hostname));
}
