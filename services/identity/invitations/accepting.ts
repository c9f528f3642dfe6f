import { isStaff } from "#shared/access/principal.ts";
import { asSystem, type CallContext, callAs } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { stateNow } from "#shared/contract/execute.ts";
import { isRefusal, refuse } from "#shared/contract/refusals.ts";
import { newId } from "#shared/ids.ts";
import { kernelOf } from "#shared/kernel.ts";
import { decide } from "../memberships/decide.ts";
import { memberships } from "../memberships/memberships.ts";
import { whoseAddress } from "../people/addresses.ts";
import { actions as people } from "../people/contract.ts";
import { lifetimesMs, makeLink } from "../sign-in/links.ts";
import type { actions } from "./contract.ts";
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
  if (!known && !name) return refuse("identity.name-missing");
  const { organisation, person: own } = letter;
  const person = known ?? own;
  const added = known ? { isNew: false } : await add(ctx, letter, name!);
  if (isRefusal(added)) return added;
  const asked = { invitation, person };
  const done = await decide(ctx, organisation, accept, asked, () => ({ organisation }));
  if (isRefusal(done)) return done;
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
