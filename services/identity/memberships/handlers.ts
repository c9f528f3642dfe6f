import type { Role } from "#shared/access/principal.ts";
import { asSystem, type CallContext, callAs } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { askedBy, execute, stateNow } from "#shared/contract/execute.ts";
import { isRefusal, refuse } from "#shared/contract/refusals.ts";
import { remember } from "#shared/documents/remember.ts";
import { newId } from "#shared/ids.ts";
import { kernelOf } from "#shared/kernel.ts";
import { actions as erasures } from "../erasures/contract.ts";
import { erasure } from "../erasures/erasures.ts";
import { kindOf } from "../organisations/own.ts";
import { rowOf } from "../people/own.ts";
import { lacksFreshProof } from "../people/proof.ts";
import { areThere, mayGrant } from "../people/roles.ts";
import { endSessions } from "../sessions/end.ts";
import { endTokens } from "../tokens/end.ts";
import { actions } from "./contract.ts";
import { decide } from "./decide.ts";
import { hasNobodyWhoMayAct, leavesNobodyWhoMayActIn } from "./left.ts";
import { memberships } from "./memberships.ts";
import { partedByErasure } from "./parted.ts";
import * as rules from "./rules.ts";
import { isInCharge } from "./standing.ts";

type In<A extends keyof typeof actions> = Input<(typeof actions)[A]>;

export const changeStanding = ({ organisation, ...change }: In<"changeStanding">, ctx: CallContext) =>
  decide(ctx, organisation, rules.changeStanding, change);

export const handOver = ({ organisation, person }: In<"handOver">, ctx: CallContext) =>
  decide(ctx, organisation, rules.handOver, { person });

export async function changeRoles({ organisation, person, roles }: In<"changeRoles">, ctx: CallContext) {
  const kind = await kindOf(ctx, organisation);
  if (!kind) return refuse("identity.unknown-organisation");
  if (!areThere(kind, roles)) return refuse("identity.roles-not-there");
  if (!mayGrant(ctx.meta.who, roles, person)) return refuse("identity.roles-beyond-yours");
  if (!roles.includes("admin") && (await leavesNobodyWhoMayActIn(ctx, organisation, person)))
    return refuse("identity.last-in-charge");
  return parting(
    ctx,
    organisation,
    person,
    () => decide(ctx, organisation, rules.changeRoles, { person, roles }),
    (before) => {
      const again = { who: ctx.meta.who, key: newId() };
      return callAs(ctx.broker, actions.changeRoles, { organisation, person, roles: before }, again, ctx);
    },
  );
}

export async function removePerson({ organisation, person }: In<"removePerson">, ctx: CallContext) {
  if (await leavesNobodyWhoMayActIn(ctx, organisation, person)) return refuse("identity.last-in-charge");
  return leaving(ctx, organisation, person, () => decide(ctx, organisation, rules.remove, { person }));
}

export async function leaveOrganisation({ organisation, person }: In<"leaveOrganisation">, ctx: CallContext) {
  if (await lacksFreshProof(ctx)) return refuse("step-up-required");
  if (await leavesNobodyWhoMayActIn(ctx, organisation, person)) return refuse("identity.last-in-charge");
  return leaving(ctx, organisation, person, () =>
    execute(ctx, memberships, organisation, rules.leave, { person }, {}, () => ({})),
  );
}

/** The reason is about a person, so the log has only its document. */
export async function repairMembership(input: In<"repairMembership">, ctx: CallContext) {
  const { organisation, person, to, reason: text } = input;
  const reason = await remember(
    ctx,
    { kind: "repair", subject: `person/${person}`, term: "while-member" },
    { text },
  );
  const repaired = () => decide(ctx, organisation, rules.repair, { person, to, reason });
  return to === "removed" ? leaving(ctx, organisation, person, repaired) : repaired();
}

export async function takeIn({ organisation, ...own }: In<"takeIn">, ctx: CallContext) {
  if ((await stateNow(ctx, erasure, own.person)).erased) return refuse("identity.erased-already");
  const taken = await decide(ctx, organisation, rules.begin, own);
  if (isRefusal(taken) || !(await partedByErasure(ctx, organisation, own.person))) return taken;
  return refuse("identity.erased-already");
}

export const endMembership = ({ organisation, person }: In<"endMembership">, ctx: CallContext) =>
  execute(ctx, memberships, organisation, rules.end, { person }, {}, () => ({}));

export async function endMemberships({ person }: In<"endMemberships">, ctx: CallContext) {
  const { key } = askedBy(ctx);
  // All that was in the log when this was asked for.
  ctx.meta = { ...ctx.meta, after: kernelOf(ctx.broker).tail.head() };
  for (const { organisation } of (await rowOf(ctx, person))?.memberships ?? []) {
    const meta = asSystem("identity", { key: `${key}/${organisation}` });
    await callAs(ctx.broker, actions.endMembership, { organisation, person }, meta, ctx);
  }
  return {};
}

export async function forgetDeparted({ person }: In<"forgetDeparted">, ctx: CallContext) {
  const row = await rowOf(ctx, person);
  if (!row || row.erased || row.memberships.length) return {};
  const meta = asSystem("identity", { key: `${askedBy(ctx).key}/erase` });
  await callAs(ctx.broker, erasures.erasePerson, { id: person }, meta, ctx);
  return {};
}

/** The same of who does not belong there any more, and their tokens too. */
async function leaving<R extends object>(
  ctx: CallContext,
  organisation: string,
  person: string,
  decideIt: () => Promise<R>,
) {
  const reply = await parting(ctx, organisation, person, decideIt, (roles) => {
    const asIdentity = asSystem("identity", { key: newId() });
    return callAs(ctx.broker, actions.takeIn, { organisation, person, roles }, asIdentity, ctx);
  });
  if (!isRefusal(reply)) await endTokens(ctx, { person, organisation });
  return reply;
}

/**
 * Once it is decided, their sessions for that organisation end; those for others go on. Whether somebody is left who may act is asked
 * then once more: of two who part in the same moment at least one finds out, and is given back what they were.
 */
async function parting<R extends object>(
  ctx: CallContext,
  organisation: string,
  person: string,
  decideIt: () => Promise<R>,
  giveBack: (roles: Role[]) => Promise<unknown>,
) {
  const before = (await stateNow(ctx, memberships, organisation)).people.get(person);
  const reply = await decideIt();
  if (isRefusal(reply)) return reply;
  // Nobody is left in charge by the going of somebody who was not; and given back, this one is again.
  if (before && isInCharge(before.standing) && (await hasNobodyWhoMayAct(ctx, organisation))) {
    await giveBack(before.roles);
    return refuse("identity.last-in-charge");
  }
  await endSessions(ctx, { person, organisation });
  return reply;
}
