import { customAlphabet } from "nanoid";
import { hashOf } from "#shared/access/secrets.ts";

/** No letter that reads like a figure. 24 of 28 are 115 bits: so many that a plain hash will do (ASVS 5.0, 6.5.2). */
const draw = customAlphabet("abcdefghjkmnpqrstuvwxyz23456", 24);
const count = 10;

export const newRecoveryCodes = (): string[] =>
  Array.from({ length: count }, () => draw().replace(/(.{4})(?=.)/g, "$1-"));

/** What counts of a code that somebody typed: not its capitals, nor what stands between letters and figures. */
export const bareCode = (typed: string): string => typed.toLowerCase().replace(/[^a-z0-9]/g, "");

export const recoveryHash = (code: string): string => hashOf(bareCode(code));

/** However badly it was copied: all that is not the six figures of an app. */
export const isRecoveryCode = (code: string): boolean => !/^\d{6}$/.test(bareCode(code));
