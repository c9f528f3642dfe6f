import { hash } from "node:crypto";
import stringify from "safe-stable-stringify";
import { keyspaceOf, type Principal } from "../access/principal.ts";

/** SHA-3, unlike SHA-2, may be keyed by what comes first (NIST SP 800-185, section 4), at a quarter of an HMAC's time. */
const keyed = (secret: string, text: string) =>
  hash("sha3-256", `${secret}\n${text}`, "base64url").slice(0, 32);

/** One outcome for each caller, action and idempotency key. */
export const outcomeKey = (secret: string, who: Principal, action: string, key: string): string =>
  keyed(secret, `${keyspaceOf(who)}\n${action}\n${key}`);

/** A plain hash of a form would let a mail address be guessed; this one needs the secret too. */
export const requestHash = (secret: string, request: unknown): string =>
  keyed(secret, stringify(request) ?? "");
