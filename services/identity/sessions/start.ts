import type { CallContext, PersonCalling } from "#shared/contract/call.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { kernelOf } from "#shared/kernel.ts";
import { membershipOf, rowOf } from "../people/own.ts";
import { startSession } from "./sessions.ts";

/** Under a new session from now on, for whom they act and with the second factor they have given. */
export async function goOn(ctx: CallContext, { person, organisation, secondFactorAt }: PersonCalling) {
  const given = secondFactorAt ? { secondFactorAt: new Date(secondFactorAt) } : {};
  const secret = await startSessionOf(ctx, person, { organisation, ...given });
  return secret ? { person, secret } : refuse("not-found");
}

type Wanted = { organisation?: string | undefined; secondFactorAt?: Date };

/** The secret of a new session, on behalf of that organisation, or else of the first; none when they are not of it. */
export async function startSessionOf(
  ctx: CallContext,
  person: string,
  { organisation: wanted, secondFactorAt }: Wanted = {},
): Promise<string | undefined> {
  const row = await rowOf(ctx, person);
  const membership = row && membershipOf(row, wanted);
  if (!membership) return undefined;
  const { organisation, roles } = membership;
  const { device } = ctx.meta;
  const given = { ...(secondFactorAt && { secondFactorAt }), ...(device && { device }) };
  const { mongo, clock } = kernelOf(ctx.broker);
  return startSession(mongo, { person, organisation, roles, ...given }, clock.now());
}
