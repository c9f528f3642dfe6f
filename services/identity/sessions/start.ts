import { hashOf } from "#shared/access/secrets.ts";
import type { CallContext, PersonCalling } from "#shared/contract/call.ts";
import { stateNow } from "#shared/contract/execute.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { kernelOf } from "#shared/kernel.ts";
import { account } from "../accounts/accounts.ts";
import { memberships } from "../memberships/memberships.ts";
import { membershipOf, rowOf } from "../people/own.ts";
import { endSessions } from "./end.ts";
import { type SignedIn, startSession } from "./sessions.ts";

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
  { organisation: wanted, ...given }: Wanted = {},
): Promise<string | undefined> {
  const row = await rowOf(ctx, person);
  const membership = row && membershipOf(row, wanted);
  if (!membership) return undefined;
  const { organisation, roles } = membership;
  return startSessionIn(ctx, { person, organisation, roles, ...given });
}

/** The same for whom it is known where they belong; none when they are suspended, or were removed. */
export async function startSessionIn(
  ctx: CallContext,
  who: Omit<SignedIn, "device">,
): Promise<string | undefined> {
  const { mongo, clock } = kernelOf(ctx.broker);
  const { device } = ctx.meta;
  const secret = await startSession(mongo, { ...who, ...(device && { device }) }, clock.now());
  // Asked when the session is there: whoever suspends or removes them in this moment either ends it or is seen here.
  if (await stillMay(ctx, who)) return secret;
  await endSessions(ctx, { _id: hashOf(secret) });
  return undefined;
}

/** By the log itself: rows may lag behind it. */
export async function stillMay(
  ctx: CallContext,
  { person, organisation, roles }: Pick<SignedIn, "person" | "organisation" | "roles">,
) {
  if ((await stateNow(ctx, account, person)).suspended) return false;
  const { people } = await stateNow(ctx, memberships, organisation);
  return people.get(person)?.roles.join() === roles.join();
}
