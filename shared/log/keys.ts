import stringify from "safe-stable-stringify";
import { keyspaceOf, type Principal } from "../access/principal.ts";
import { keyedHash } from "../access/secrets.ts";

/** 192 bits are enough to tell them apart, and the log holds two of each command. */
const length = 32;

/** One outcome for each caller, action and idempotency key. */
export const outcomeKey = (secret: string, who: Principal, action: string, key: string): string =>
  keyedHash(secret, `${keyspaceOf(who)}\n${action}\n${key}`).slice(0, length);

/** A plain hash of a form would let a mail address be guessed; this one needs the secret too. */
export const requestHash = (secret: string, request: unknown): string =>
  keyedHash(secret, stringify(request) ?? "").slice(0, length);
