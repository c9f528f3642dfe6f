import type { OpenIdProvider } from "#shared/config/openid-providers.ts";

/** What a provider says of somebody, by the names that it gives it. */
export type Claims = Record<string, unknown>;

/** Of a claim with several values each counts. */
const valuesOf = (claims: Claims, name: string): unknown[] => [claims[name]].flat();

/** For whom they act, by the mapping of the configuration. */
export const organisationIn = ({ organisations }: Pick<OpenIdProvider, "organisations">, claims: Claims) =>
  organisations.find(({ when }) =>
    Object.entries(when).every(([name, value]) => valuesOf(claims, name).includes(value)),
  );

/** As long as staff stay signed in here at most: what was proved longer ago is asked anew. */
export const longestMs = 12 * 60 * 60_000;

/**
 * When they proved there by two factors who they are; never later than now. A provider that does not say when says nothing: its
 * own session may be of last week.
 */
export function twoFactorsAt(
  { twoFactors }: Pick<OpenIdProvider, "twoFactors">,
  claims: Claims,
  now: Date,
): Date | undefined {
  const { acr, auth_time: at } = claims;
  const isProof =
    twoFactors.acr.some((value) => value === acr) ||
    twoFactors.amr.some((value) => valuesOf(claims, "amr").includes(value));
  if (!isProof || typeof at !== "number" || now.getTime() - at * 1_000 > longestMs) return undefined;
  return new Date(Math.min(at * 1_000, now.getTime()));
}

type Naming = Pick<OpenIdProvider, "claims" | "verifiesEmail">;

type Lack = "no-name" | "no-address" | "address-not-verified";

/** Who they say they are, or what is missing: an address that is not verified may be somebody else's. */
export function ownIn(
  { claims: names, verifiesEmail }: Naming,
  claims: Claims,
): { name: string; email: string } | { lacks: Lack } {
  const parts = names.name.map((name) => claims[name]).filter((part) => typeof part === "string");
  const name = parts.join(" ").trim();
  const email = claims[names.email];
  const isVerified = verifiesEmail || claims.email_verified === true;
  if (!name) return { lacks: "no-name" };
  if (typeof email !== "string") return { lacks: "no-address" };
  return isVerified ? { name, email } : { lacks: "address-not-verified" };
}
