import { hash } from "node:crypto";
import stringify from "safe-stable-stringify";
import type { Commit } from "./commit.ts";

/** What stands before the first commit. */
export const noHash = "";

/** Each commit seals the one before it: SHA-256 over its hash and the commit as JSON with its names in order (as RFC 8785). */
export function chained(before: string, commit: Omit<Commit, "hash">): Commit {
  return { ...commit, hash: hash("sha256", `${before}\n${stringify(commit)}`, "base64url") };
}

/** Whether it is as it was written, and follows the one with that number and hash. */
export function follows(before: { _id: number; hash: string }, { hash: own, ...commit }: Commit): boolean {
  return commit._id === before._id + 1 && chained(before.hash, commit).hash === own;
}
