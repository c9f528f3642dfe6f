import { postLetters } from "#services/post-letters.ts";
import { siteOf } from "#shared/config/site.ts";
import { type CallContext, callAs, personIn } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { execute } from "#shared/contract/execute.ts";
import { isRefusal, refuse } from "#shared/contract/refusals.ts";
import { remember } from "#shared/documents/remember.ts";
import { newId } from "#shared/ids.ts";
import { kernelOf } from "#shared/kernel.ts";
import { knownOf } from "../credentials/credentials.ts";
import { leavesNobodyWhoMayActIn } from "../memberships/left.ts";
import { documentOf, rowOf } from "../people/own.ts";
import { endSessions } from "../sessions/end.ts";
import { lifetimesMs, makeLink } from "../sign-in/links.ts";
import { account } from "./accounts.ts";
import { actions } from "./contract.ts";
import * as rules from "./rules.ts";
import { shutOut } from "./shut-out.ts";

type In<A extends keyof typeof actions> = Input<(typeof actions)[A]>;

export async function suspendPerson({ id, reason: text }: In<"suspendPerson">, ctx: CallContext) {
  const refused = (await whyUnknown(ctx, id)) ?? whySelf(ctx, id);
  if (refused) return refused;
  const reason = await remember(
    ctx,
    { kind: "suspension", subject: `person/${id}`, term: "while-member" },
    { text },
  );
  const done = await execute(ctx, account, id, rules.suspend, { reason }, {}, () => ({ person: id }));
  // After it is decided: who was signing in meanwhile is found out by `startSessionOf`.
  if (isRefusal(done)) return done;
  if (await isLeftToNobody(ctx, id)) {
    const meta = { who: ctx.meta.who, key: newId() };
    await callAs(ctx.broker, actions.reinstatePerson, { id }, meta, ctx);
    return refuse("identity.last-in-charge");
  }
  await shutOut(ctx, id);
  return done;
}

/** Asked when it is decided: of two who suspend each other in the same moment, at least one finds it out. */
async function isLeftToNobody(ctx: CallContext, person: string): Promise<boolean> {
  for (const { organisation } of (await rowOf(ctx, person))?.memberships ?? [])
    if (await leavesNobodyWhoMayActIn(ctx, organisation, person)) return true;
  return false;
}

export async function reinstatePerson({ id }: In<"reinstatePerson">, ctx: CallContext) {
  const refused = await whyUnknown(ctx, id);
  return refused ?? execute(ctx, account, id, rules.reinstate, {}, {}, () => ({ person: id }));
}

export async function reopenAccount({ id }: In<"reopenAccount">, ctx: CallContext) {
  const refused = (await whyUnknown(ctx, id)) ?? whySelf(ctx, id);
  if (refused) return refused;
  if (!(await knownOf(kernelOf(ctx.broker).mongo, id)).secondFactor)
    return refuse("identity.no-second-factor");
  return execute(ctx, account, id, rules.reopen, {}, {}, () => ({ person: id }));
}

export async function endSessionsOf({ id }: In<"endSessionsOf">, ctx: CallContext) {
  return (await whyUnknown(ctx, id)) ?? { ended: await endSessions(ctx, { person: id }) };
}

export async function sendAccountLink({ person, event }: In<"sendAccountLink">, ctx: CallContext) {
  const { mongo, clock, config } = kernelOf(ctx.broker);
  const row = await rowOf(ctx, person);
  const own = row && (await documentOf(ctx, row));
  // Erased meanwhile.
  if (!own) return {};
  const opening = { person, opens: "account", lifetimeMs: lifetimesMs.given } as const;
  const made = await makeLink(mongo, opening, clock.now());
  const page = new URL("/sign-in/new-password", siteOf(config));
  page.hash = made.secret;
  const letter = {
    id: `${event}/${person}`,
    subject: `person/${person}` as const,
    to: own.email,
    language: own.language,
    template: "account-reopened" as const,
    params: { name: own.name, link: page.href },
    notAfter: made.endsAt.toISOString(),
  };
  await postLetters(ctx, [letter]);
  return {};
}

async function whyUnknown(ctx: CallContext, id: string) {
  const row = await rowOf(ctx, id);
  return row && !row.erased ? undefined : refuse("not-found");
}

/** What keeps somebody out, or lets them in anew, takes another one: a session that was left open does neither. */
const whySelf = (ctx: CallContext, id: string) =>
  personIn(ctx).person === id ? refuse("identity.not-yourself") : undefined;
