import { type CallContext, personIn } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { kernelOf } from "#shared/kernel.ts";
import { above } from "#shared/mongo/filters.ts";
import { rowOf } from "../people/own.ts";
import { scopesFor } from "../sessions/abilities.ts";
import { stillMay } from "../sessions/start.ts";
import { type actions, scopes } from "./contract.ts";
import { endTokens } from "./end.ts";
import { callerBy } from "./rights.ts";
import { shownOf } from "./shown.ts";
import { noteUse, storeToken, type Token, tokensOf } from "./tokens.ts";

type In<A extends keyof typeof actions> = Input<(typeof actions)[A]>;

const dayMs = 24 * 60 * 60_000;
/** Each is an account of its own where requests are counted. */
const most = 20;

export async function tokens(_input: object, ctx: CallContext) {
  const possible = scopesFor(ctx);
  return {
    rows: await shownOf(ctx, personIn(ctx).person),
    scopes: scopes.filter((scope) => possible.has(scope)),
  };
}

export async function makeToken({ name, scope, days }: In<"makeToken">, ctx: CallContext) {
  const { person, organisation, roles } = personIn(ctx);
  const { mongo, clock } = kernelOf(ctx.broker);
  const now = clock.now();
  const count = await tokensOf(mongo).countDocuments({ person, endsAt: above(now) });
  if (count >= most) return refuse("identity.too-many-tokens", { most });
  const endsAt = new Date(now.getTime() + days * dayMs);
  const made = { name, person, organisation, roles, scope: [...new Set(scope)], endsAt };
  const stored = await storeToken(mongo, made, now);
  // Asked once more when it is there: of many at once none may be one too many.
  if ((await tokensOf(mongo).countDocuments({ person, endsAt: above(now) })) > most) {
    await endTokens(ctx, { person, token: stored.token });
    return refuse("identity.too-many-tokens", { most });
  }
  // Asked when the token is there: whoever suspends or removes them in this moment either ends it or is seen here.
  if (await stillMay(ctx, { person, organisation, roles }))
    return { ...stored, endsAt: endsAt.toISOString() };
  await endTokens(ctx, { person, organisation });
  return refuse("identity.no-session");
}

export async function endToken({ token }: In<"endToken">, ctx: CallContext) {
  const { person } = personIn(ctx);
  return (await endTokens(ctx, { person, token })) ? {} : refuse("identity.no-such-token");
}

export async function tokensOfPerson({ id }: In<"tokensOfPerson">, ctx: CallContext) {
  if (!(await rowOf(ctx, id))) return refuse("not-found");
  return { rows: await shownOf(ctx, id) };
}

export async function endTokenOfPerson({ id, token }: In<"endTokenOfPerson">, ctx: CallContext) {
  return (await endTokens(ctx, { person: id, token })) ? {} : refuse("identity.no-such-token");
}

export async function principalOfToken({ tokenHash }: In<"principalOfToken">, ctx: CallContext) {
  const { mongo, clock } = kernelOf(ctx.broker);
  const found = await tokensOf(mongo).findById(tokenHash).lean<Token>();
  const who = found && found.endsAt > clock.now() && (await callerBy(ctx, found));
  if (!who) return refuse("identity.no-such-token");
  await noteUse(mongo, found, clock.now());
  return who;
}
