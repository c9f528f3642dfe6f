import { Secret, TOTP } from "otpauth";

export const periodMs = 30_000;

/** A clock of theirs that is half a minute off is let pass. */
const window = 1;

const totp = (seed: string, account = "", issuer = "") =>
  new TOTP({
    ...(issuer && { issuer }),
    label: account,
    secret: Secret.fromBase32(seed),
    period: periodMs / 1000,
  });

/** 160 bits (RFC 4226, section 4, R6). */
export const newSeed = (): string => new Secret({ size: 20 }).base32;

/** What an authenticator app reads. */
export const seedAddress = (seed: string, account: string, issuer: string): string =>
  totp(seed, account, issuer).toString();

/** The step for which this is the code (RFC 6238); each is used once. */
export function stepOf(code: string, seed: string, now: Date): number | undefined {
  const delta = totp(seed).validate({ token: code, timestamp: now.getTime(), window });
  return delta === null ? undefined : Math.floor(now.getTime() / periodMs) + delta;
}
