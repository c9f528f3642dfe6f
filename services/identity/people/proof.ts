import { isFresh } from "#shared/access/policy.ts";
import { type CallContext, personIn } from "#shared/contract/call.ts";
import { kernelOf } from "#shared/kernel.ts";
import { isStaffPerson, rowOf } from "./own.ts";

/**
 * What a policy asks of staff, of whoever is staff anywhere: by a password alone they act for another organisation of theirs,
 * where they are not.
 */
export async function lacksFreshProof(ctx: CallContext): Promise<boolean> {
  const who = personIn(ctx);
  const row = await rowOf(ctx, who.person);
  return Boolean(row && isStaffPerson(row)) && !isFresh(who, kernelOf(ctx.broker).clock.now());
}
