import { type CallContext, inTime, personIn } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { kernelOf } from "#shared/kernel.ts";
import { addressHash, whoseAddress } from "../people/addresses.ts";
import { membershipOf, rowOf } from "../people/own.ts";
import type { SignedIn } from "../sessions/sessions.ts";
import { goOn, startSessionIn, startSessionOf } from "../sessions/start.ts";
import { consumeLink, findLink } from "../sign-in/links.ts";
import { mayReplace } from "./assurance.ts";
import { loseSecondFactor, storePassword, whyNotThisOne } from "./choosing.ts";
import type { actions } from "./contract.ts";
import { keep, knownOf } from "./credentials.ts";
import { hashPassword, isOutdated, isPassword } from "./passwords.ts";
import { linkLocked, locked, tryLink, tryPassword } from "./tries.ts";

type In<A extends keyof typeof actions> = Input<(typeof actions)[A]>;

/** Every wrong way in is the same to who tries it: nobody learns who is known here. */
export async function signInByPassword({ email, password }: In<"signInByPassword">, ctx: CallContext) {
  const { mongo } = kernelOf(ctx.broker);
  const person = await whoseAddress(ctx, email);
  const known = await knownOf(mongo, person ?? "");
  const attempt = await tryPassword(ctx, addressHash(ctx, email), known);
  if ("lockedUntil" in attempt) return locked(attempt);
  // Looked up for everyone, before the password is: how long it takes must not tell who is suspended either.
  const row = await rowOf(ctx, person ?? "");
  const membership = row && membershipOf(row);
  const right = await isPassword(password, known.password);
  const secret = right && person && membership && (await begin(ctx, person, membership));
  if (!secret) return refuse("identity.wrong-credentials");
  await attempt.worked();
  if (isOutdated(known.password!))
    await keep(mongo, person, { $set: { password: await hashPassword(password) } });
  return { person, secret };
}

type Membership = Pick<SignedIn, "organisation" | "roles">;

const begin = (ctx: CallContext, person: string, { organisation, roles }: Membership) =>
  startSessionIn(ctx, { person, organisation, roles });

export async function changePassword({ current, password }: In<"changePassword">, ctx: CallContext) {
  const { mongo, clock } = kernelOf(ctx.broker);
  const who = personIn(ctx);
  const known = await knownOf(mongo, who.person);
  if (!mayReplace(who, known, clock.now())) return refuse("step-up-required");
  const attempt = await tryPassword(ctx, who.person, known);
  if ("lockedUntil" in attempt) return locked(attempt);
  if (!(await isPassword(current, known.password))) return refuse("identity.wrong-password");
  await attempt.worked();
  const no = await whyNotThisOne(ctx, who.person, password);
  if (no) return refuse(no);
  const hash = await hashPassword(password);
  inTime(ctx);
  await storePassword(ctx, who.person, hash);
  return goOn(ctx, who);
}

export async function setPassword({ link: secret, password }: In<"setPassword">, ctx: CallContext) {
  const { mongo, clock } = kernelOf(ctx.broker);
  const asked = { secret, browser: ctx.meta.browser, opens: ["password" as const, "account" as const] };
  const link = await findLink(mongo, asked, clock.now());
  if (!link) return refuse("identity.password-link-invalid");
  const { person, opens } = link;
  const attempt = await tryLink(ctx, link._id);
  if ("lockedUntil" in attempt) return linkLocked(attempt);
  const no = await whyNotThisOne(ctx, person, password);
  // They choose another by the same link.
  if (no) return refuse(no);
  const hash = await hashPassword(password);
  // Whoever was told no meanwhile keeps the link, and the password they have.
  inTime(ctx);
  if (!(await consumeLink(mongo, link))) return refuse("identity.password-link-invalid");
  await attempt.worked();
  if (opens === "account") await loseSecondFactor(ctx, person);
  await storePassword(ctx, person, hash);
  const session = await startSessionOf(ctx, person);
  return session ? { person, secret: session } : refuse("identity.password-link-invalid");
}
