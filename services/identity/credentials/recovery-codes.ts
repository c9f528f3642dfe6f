import { customAlphabet } from "nanoid";
import { hashOf } from "#shared/access/secrets.ts";

/** No letter that reads like a figure. 16 of 28 are 76 bits. */
const draw = customAlphabet("abcdefghjkmnpqrstuvwxyz23456", 16);
const count = 10;

export const newRecoveryCodes = (): string[] =>
  Array.from({ length: count }, () => draw().replace(/(.{4})(?=.)/g, "$1-"));

/** As people copy them: with capitals, spaces or without hyphens. */
export const recoveryHash = (code: string): string => hashOf(code.toLowerCase().replace(/[^a-z0-9]/g, ""));

export const isRecoveryCode = (code: string): boolean => code.replace(/[^a-zA-Z0-9]/g, "").length === 16;
