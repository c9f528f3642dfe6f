import type { Try } from "#shared/access/attempts.ts";
import type { CallContext } from "#shared/contract/call.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { kernelOf } from "#shared/kernel.ts";
import { beginTry, most } from "./attempts.ts";
import type { Credentials } from "./credentials.ts";

/** `known`: this browser, if its person has signed in with it; all others share one count. */
const countedFor = (ctx: CallContext, known: Partial<Credentials>) => {
  const { browser } = ctx.meta;
  return browser && known.browsers?.includes(browser) ? { browser, limit: most.known } : undefined;
};

export function tryPassword(ctx: CallContext, account: string, known: Partial<Credentials>): Promise<Try> {
  const { mongo, clock } = kernelOf(ctx.broker);
  const { browser, limit } = countedFor(ctx, known) ?? { browser: "others", limit: most.others };
  return beginTry(mongo, `password/${account}/${browser}`, limit, clock.now());
}

export function tryCode(ctx: CallContext, person: string, known: Partial<Credentials>): Promise<Try> {
  const { mongo, clock } = kernelOf(ctx.broker);
  const browser = countedFor(ctx, known)?.browser ?? "others";
  return beginTry(mongo, `code/${person}/${browser}`, most.code, clock.now());
}

/** Of passwords to choose: none is wrong, and yet to look at one takes long. */
export function tryLink(ctx: CallContext, link: string): Promise<Try> {
  const { mongo, clock } = kernelOf(ctx.broker);
  return beginTry(mongo, `link/${link}`, most.chosen, clock.now());
}

type Locked = { lockedUntil: Date };

export const locked = ({ lockedUntil }: Locked) =>
  refuse("identity.locked", { until: lockedUntil.toISOString() });

export const linkLocked = ({ lockedUntil }: Locked) =>
  refuse("identity.link-locked", { until: lockedUntil.toISOString() });
