import { createHmac } from "node:crypto";
import stringify from "safe-stable-stringify";
import { keyspaceOf, type Principal } from "../access/principal.ts";

const hmac = (secret: string, text: string) =>
  createHmac("sha256", secret).update(text).digest("base64url").slice(0, 32);

/** One outcome for each caller, action and idempotency key. */
export const outcomeKey = (secret: string, who: Principal, action: string, key: string): string =>
  hmac(secret, `${keyspaceOf(who)}\n${action}\n${key}`);

/** A plain hash of a form would let a mail address be guessed; this one needs the secret too. */
export const requestHash = (secret: string, request: unknown): string =>
  hmac(secret, stringify(request) ?? "");
