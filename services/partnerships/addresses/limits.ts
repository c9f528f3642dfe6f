import { countTry } from "#shared/access/attempts.ts";
import type { Kernel } from "#shared/kernel.ts";
import { letterboxOf } from "#shared/plain-address.ts";
import { attemptsOf, hashFor } from "./addresses.ts";

const hourMs = 60 * 60_000;
const lettersTo = 20;

/** Counts one more; when it is one too many, until when. */
export const overHour = (kernel: Kernel, what: string, limit: number) => over(kernel, what, limit, hourMs);

/** Letters to one address in a day, whoever asks for them and in however many drafts. */
export const overDay = (kernel: Kernel, address: string) =>
  over(kernel, `letters/${hashFor(kernel, "", letterboxOf(address))}`, lettersTo, 24 * hourMs);

async function over({ mongo, clock }: Kernel, what: string, limit: number, windowMs: number) {
  const tried = await countTry(attemptsOf(mongo), what, limit, clock.now(), windowMs);
  return "lockedUntil" in tried ? tried.lockedUntil : undefined;
}
