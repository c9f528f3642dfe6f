import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { availableParallelism } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import pLimit from "p-limit";
import { Crowded } from "#shared/errors/errors.ts";

/** What a password is known again by, base64url. The cost stands with it, so that it can be raised. */
export type PasswordHash = { salt: string; tag: string; memory: number; passes: number };

/** Argon2id with 19 MiB and two passes (OWASP, Password Storage Cheat Sheet). */
const cost = { memory: 19_456, passes: 2 };

const derive = promisify(argon2);

/** One core stays free for everyone else. */
const pool = pLimit(Math.max(1, availableParallelism() - 1));
const most = { waiting: 50 };
/** After each, for so much of the time it took, so that those who are signed in already wait for their turn no longer. */
const rest = 0.5;

const newSalt = (): string => randomBytes(16).toString("base64url");

export async function hashPassword(password: string): Promise<PasswordHash> {
  const made = { ...cost, salt: newSalt() };
  return { ...made, tag: (await tagOf(password, made)).toString("base64url") };
}

/** Takes as long without anything to compare with: how long it takes must not tell who is known here. */
export async function isPassword(password: string, known: PasswordHash | undefined): Promise<boolean> {
  const tag = await tagOf(password, known ?? { ...cost, salt: newSalt() });
  return known !== undefined && timingSafeEqual(tag, Buffer.from(known.tag, "base64url"));
}

/** Made with less than what is asked today. */
export const isOutdated = ({ memory, passes }: PasswordHash): boolean =>
  memory < cost.memory || passes < cost.passes;

/** The same characters typed on another keyboard may be other code points (NIST SP 800-63B-4, 3.1.1.2). */
async function tagOf(password: string, { memory, passes, salt }: Omit<PasswordHash, "tag">): Promise<Buffer> {
  // Better a no at once than an answer that comes too late.
  if (pool.pendingCount >= most.waiting) throw new Crowded("passwords");
  const message = Buffer.from(password.normalize("NFKC"));
  const nonce = Buffer.from(salt, "base64url");
  const asked = { message, nonce, memory, passes, parallelism: 1, tagLength: 32 };
  const made = Promise.withResolvers<Buffer>();
  void pool(async () => {
    const began = performance.now();
    await derive("argon2id", asked).then(made.resolve, made.reject);
    await sleep((performance.now() - began) * rest);
  });
  return made.promise;
}
