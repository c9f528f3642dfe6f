import { settingsNow } from "#services/settings-now.ts";
import { decrypt, encrypt } from "#shared/access/encrypted.ts";
import { type CallContext, personIn } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { kernelOf } from "#shared/kernel.ts";
import { below } from "#shared/mongo/filters.ts";
import { askedByThemselves } from "../erasures/asked.ts";
import { documentOf, isStaffPerson, rowOf } from "../people/own.ts";
import { linkedTo } from "../providers/accounts.ts";
import { goOn } from "../sessions/start.ts";
import { mayReplace } from "./assurance.ts";
import type { actions } from "./contract.ts";
import { type Credentials, credentialsOf, keep, knowBrowser, knownOf } from "./credentials.ts";
import { bareCode, isRecoveryCode, newRecoveryCodes, recoveryHash } from "./recovery-codes.ts";
import { sayChanged } from "./say-changed.ts";
import { newSeed, seedAddress, stepOf } from "./second-factor.ts";
import { locked, tryCode } from "./tries.ts";

type In<A extends keyof typeof actions> = Input<(typeof actions)[A]>;

const purpose = "second factor";

export async function giveSecondFactor({ code }: In<"giveSecondFactor">, ctx: CallContext) {
  const { mongo, clock } = kernelOf(ctx.broker);
  const who = personIn(ctx);
  const known = await knownOf(mongo, who.person);
  const attempt = await tryCode(ctx, who.person, known);
  if ("lockedUntil" in attempt) return locked(attempt);
  if (isRecoveryCode(code)) {
    if (!(await takeRecoveryCode(ctx, who.person, code))) return refuse("identity.wrong-recovery-code");
  } else if (!(await takeCode(ctx, known, code))) return refuse("identity.wrong-code");
  await attempt.worked();
  if (ctx.meta.browser) await knowBrowser(mongo, who.person, ctx.meta.browser);
  return goOn(ctx, { ...who, secondFactorAt: clock.now().getTime() });
}

/** Each step's code is taken once: who reads it over a shoulder is late. */
async function takeCode(ctx: CallContext, { _id, secondFactor }: Partial<Credentials>, code: string) {
  const { mongo, clock, config } = kernelOf(ctx.broker);
  if (!_id || !secondFactor) return false;
  const step = stepOf(bareCode(code), decrypt(config.secret, purpose, secondFactor.seed), clock.now());
  if (step === undefined) return false;
  const taking = { _id, "secondFactor.step": below(step) };
  const { modifiedCount } = await credentialsOf(mongo).updateOne(taking, {
    $set: { "secondFactor.step": step },
  });
  return modifiedCount === 1;
}

async function takeRecoveryCode(ctx: CallContext, person: string, code: string): Promise<boolean> {
  const recovery = recoveryHash(code);
  const { mongo } = kernelOf(ctx.broker);
  const taken = await credentialsOf(mongo).updateOne({ _id: person, recovery }, { $pull: { recovery } });
  if (taken.modifiedCount === 1) await sayChanged(ctx, person, "recovery-code-used");
  return taken.modifiedCount === 1;
}

export async function account(_input: object, ctx: CallContext) {
  const { person } = personIn(ctx);
  const { mongo } = kernelOf(ctx.broker);
  const { password, secondFactor, recovery = [] } = await knownOf(mongo, person);
  const row = await rowOf(ctx, person);
  const own = row && (await documentOf(ctx, row));
  const erasureAskedAt = await askedByThemselves(ctx, person);
  return {
    ...(own && { email: own.email, language: own.language }),
    staff: row ? isStaffPerson(row) : false,
    password: Boolean(password),
    secondFactor: Boolean(secondFactor),
    recoveryCodes: recovery.length,
    providers: await linkedTo(mongo, person),
    ...(erasureAskedAt && { erasureAskedAt }),
  };
}

export async function prepareSecondFactor(_input: object, ctx: CallContext) {
  const { mongo, clock, config } = kernelOf(ctx.broker);
  const who = personIn(ctx);
  if (!mayReplace(who, await knownOf(mongo, who.person), clock.now())) return refuse("step-up-required");
  const row = await rowOf(ctx, who.person);
  // Nobody is asked for one who signs in by letters.
  if (!row || !isStaffPerson(row)) return refuse("identity.staff-only");
  const { email = who.person } = (await documentOf(ctx, row)) ?? {};
  const { shortName } = await settingsNow(ctx);
  const seed = newSeed();
  await keep(mongo, who.person, { $set: { nextSeed: encrypt(config.secret, purpose, seed) } });
  return { seed, address: seedAddress(seed, email, shortName) };
}

export async function confirmSecondFactor({ code }: In<"confirmSecondFactor">, ctx: CallContext) {
  const { mongo, clock, config } = kernelOf(ctx.broker);
  const who = personIn(ctx);
  const now = clock.now();
  const known = await knownOf(mongo, who.person);
  if (!mayReplace(who, known, now)) return refuse("step-up-required");
  const attempt = await tryCode(ctx, who.person, known);
  if ("lockedUntil" in attempt) return locked(attempt);
  const seed = known.nextSeed;
  const step = seed && stepOf(bareCode(code), decrypt(config.secret, purpose, seed), now);
  if (!seed || !step) return refuse("identity.wrong-code");
  await attempt.worked();
  const recoveryCodes = newRecoveryCodes();
  const recovery = recoveryCodes.map(recoveryHash);
  await keep(mongo, who.person, {
    $set: { secondFactor: { seed, step }, recovery },
    $unset: { nextSeed: 1 },
  });
  if (ctx.meta.browser) await knowBrowser(mongo, who.person, ctx.meta.browser);
  await sayChanged(ctx, who.person, "second-factor");
  const session = await goOn(ctx, { ...who, secondFactorAt: now.getTime() });
  return { ...session, recoveryCodes };
}

export async function renewRecoveryCodes(_input: object, ctx: CallContext) {
  const { mongo, clock } = kernelOf(ctx.broker);
  const who = personIn(ctx);
  const { secondFactor } = await knownOf(mongo, who.person);
  if (!secondFactor) return refuse("identity.no-second-factor");
  if (!mayReplace(who, { secondFactor }, clock.now())) return refuse("step-up-required");
  const recoveryCodes = newRecoveryCodes();
  await keep(mongo, who.person, { $set: { recovery: recoveryCodes.map(recoveryHash) } });
  await sayChanged(ctx, who.person, "recovery-codes");
  return { recoveryCodes };
}
