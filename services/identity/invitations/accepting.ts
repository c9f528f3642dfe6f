import { isStaff } from "#shared/access/principal.ts";
import { asSystem, type CallContext, callAs } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { stateNow } from "#shared/contract/execute.ts";
import { isRefusal, refuse } from "#shared/contract/refusals.ts";
import { newId } from "#shared/ids.ts";
import { kernelOf } from "#shared/kernel.ts";
import { actions as erasures } from "../erasures/contract.ts";
import { erasure } from "../erasures/erasures.ts";
import { decide } from "../memberships/decide.ts";
import { memberships } from "../memberships/memberships.ts";
import { partedByErasure } from "../memberships/parted.ts";
import { whoseAddress } from "../people/addresses.ts";
import { actions as people } from "../people/contract.ts";
import { lifetimesMs, makeLink } from "../sign-in/links.ts";
import type { actions } from "./contract.ts";
import { mayStillInvite } from "./giver.ts";
import { type InvitationLetter, invitationLettersOf, openedBy } from "./letters.ts";
import { accept } from "./rules.ts";

/**
 * The link proves the mailbox, so its address says who joins, never the session. It lets nobody into an account that is
 * there already: letters are passed on, and it is a week old. Only who is new goes on from here.
 */
export async function acceptInvitation(
  { invitation, link, name }: Input<typeof actions.acceptInvitation>,
  ctx: CallContext,
) {
  const { mongo, clock } = kernelOf(ctx.broker);
  const { who } = ctx.meta;
  const letter = await openedBy(mongo, invitation, link, clock.now());
  if (!letter) return refuse("identity.invitation-over");
  const known = await whoseAddress(ctx, letter.email);
  if (who.kind === "person" && who.person !== known) return refuse("identity.someone-else-invited");
  if (known && (await stateNow(ctx, erasure, known)).erased) return refuse("identity.invitation-over");
  const { organisation, person: own } = letter;
  const person = known ?? own;
  if (!(await mayStillInvite(ctx, { ...letter, invitation }, person)))
    return refuse("identity.invitation-over");
  if (!known && !name) return refuse("identity.name-missing");
  const added = known ? { isNew: false } : await add(ctx, letter, name!);
  if (isRefusal(added)) return added;
  const asked = { invitation, person };
  const done = await decide(ctx, organisation, accept, asked, () => ({ organisation }));
  if (isRefusal(done)) {
    if (added.isNew) await forget(ctx, organisation, person);
    return done;
  }
  if (await partedByErasure(ctx, organisation, person)) return refuse("identity.invitation-over");
  await invitationLettersOf(mongo).deleteOne({ _id: invitation });
  return added.isNew ? { ...done, ...(await wayIn(ctx, organisation, person)) } : done;
}

/** By an earlier try they may be here already. */
async function add(ctx: CallContext, { person: id, email, language }: InvitationLetter, name: string) {
  const { addPerson } = people;
  const asIdentity = asSystem("identity", { key: newId() });
  const { reply } = await callAs(ctx.broker, addPerson, { id, name, email, language }, asIdentity, ctx);
  if (!isRefusal(reply)) return { isNew: true };
  return reply.refused === "identity.person-exists" ? { isNew: false } : reply;
}

/** Who came in for an invitation that was withdrawn meanwhile, and is not here by another try, was never here. */
async function forget(ctx: CallContext, organisation: string, id: string): Promise<void> {
  if ((await stateNow(ctx, memberships, organisation)).people.has(id)) return;
  // They may not stand in the rows yet.
  const after = kernelOf(ctx.broker).tail.head();
  await callAs(ctx.broker, erasures.erasePerson, { id }, asSystem("identity", { key: newId(), after }), ctx);
}

/** In the browser that accepted, for ten minutes. */
async function wayIn(ctx: CallContext, organisation: string, person: string) {
  const { browser } = ctx.meta;
  if (!browser) return {};
  const { roles = [] } = (await stateNow(ctx, memberships, organisation)).people.get(person) ?? {};
  const opens = isStaff(roles) ? ("password" as const) : ("session" as const);
  const { mongo, clock } = kernelOf(ctx.broker);
  const made = await makeLink(mongo, { person, opens, browser, lifetimeMs: lifetimesMs.asked }, clock.now());
  return { signIn: { opens, link: made.secret } };
}
