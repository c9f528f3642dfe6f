import { hash } from "node:crypto";
import stringify from "safe-stable-stringify";

/** What is numbered without gaps and sealed: commits, and what was read (`shared/reads/`). */
export type Sealed = { _id: number; hash: string };

/** What stands before the first. */
export const noHash = "";

/** Each seals the one before it: SHA-256 over its hash and this one as JSON with its names in order (as RFC 8785). */
export function chained<S extends Sealed>(before: string, next: Omit<S, "hash">): S {
  return { ...next, hash: hash("sha256", `${before}\n${stringify(next)}`, "base64url") } as S;
}

/** Whether it is as it was written, and follows the one with that number and hash. */
export function follows(before: Sealed, { hash: own, ...next }: Sealed): boolean {
  return next._id === before._id + 1 && chained<Sealed>(before.hash, next).hash === own;
}
