import { countTries } from "#shared/access/attempts.ts";
import { type CallContext, callAs } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { isReplay } from "#shared/contract/execute.ts";
import { isRefusal, refuse } from "#shared/contract/refusals.ts";
import { newId } from "#shared/ids.ts";
import { kernelOf } from "#shared/kernel.ts";
import { above, among } from "#shared/mongo/filters.ts";
import { letterboxOf } from "#shared/plain-address.ts";
import { attemptsOf, most } from "../credentials/attempts.ts";
import { decide } from "../memberships/decide.ts";
import { kindOf } from "../organisations/own.ts";
import { addressHash, whoseAddress } from "../people/addresses.ts";
import { areThere, mayGrant } from "../people/roles.ts";
import { actions } from "./contract.ts";
import { inCharge } from "./in-charge.ts";
import { invitationLettersOf } from "./letters.ts";
import * as rules from "./rules.ts";

type In<A extends keyof typeof actions> = Input<(typeof actions)[A]>;

export async function invite({ organisation, email, language, ...given }: In<"invite">, ctx: CallContext) {
  const kind = await kindOf(ctx, organisation);
  if (!kind) return refuse("identity.unknown-organisation");
  if (!areThere(kind, given.roles)) return refuse("identity.roles-not-there");
  const known = await whoseAddress(ctx, email);
  if (!mayGrant(ctx.meta.who, given.roles, known ?? "")) return refuse("identity.roles-beyond-yours");
  const state = await inCharge(ctx, organisation, kind);
  if (isRefusal(state)) return state;
  // It would be accepted and change nothing: what their roles are is decided elsewhere.
  if (known && state.people.has(known)) return refuse("identity.member-already");
  const { mongo, clock } = kernelOf(ctx.broker);
  const letters = invitationLettersOf(mongo);
  const address = addressHash(ctx, email);
  const others = await letters.find({ address, endsAt: above(clock.now()) }).lean();
  if (others.some(({ _id }) => state.invitations.has(_id))) return refuse("identity.invited-already");
  const counted = await countLetter(ctx, organisation, email);
  if (isRefusal(counted)) return counted;
  const invitation = newId();
  const { who } = ctx.meta;
  await letters.create({
    ...{ _id: invitation, organisation, email, address, language },
    // Who is invited twice before they are here becomes one person.
    person: known ?? others[0]?.person ?? newId(),
    ...(who.kind === "person" && { by: who.person }),
    endsAt: new Date(rules.endOf(clock.now())),
  });
  const command = { invitation, ...given };
  let open: string[] = [];
  const done = await decide(ctx, organisation, rules.invite, command, (after) => {
    open = [...after.invitations.keys()].filter((other) => other !== invitation);
    return { invitation };
  });
  if (isRefusal(done) || isReplay(ctx)) {
    await letters.deleteOne({ _id: invitation });
    await counted.takeBack();
  }
  // Asked when it is decided: of many at once the first stays.
  else if (await letters.exists({ _id: among(open), organisation, address, endsAt: above(clock.now()) })) {
    const meta = { who, key: newId() };
    await callAs(ctx.broker, actions.withdrawInvitation, { organisation, invitation }, meta, ctx);
    return refuse("identity.invited-already");
  }
  return done;
}

export async function renewInvitation({ organisation, invitation }: In<"renewInvitation">, ctx: CallContext) {
  const kind = await kindOf(ctx, organisation);
  if (!kind) return refuse("identity.unknown-organisation");
  const state = await inCharge(ctx, organisation, kind);
  if (isRefusal(state)) return state;
  const letters = invitationLettersOf(kernelOf(ctx.broker).mongo);
  const letter = await letters.findOne({ _id: invitation, organisation }).lean();
  if (!letter) return refuse("identity.no-such-invitation");
  const counted = await countLetter(ctx, organisation, letter.email);
  if (isRefusal(counted)) return counted;
  const done = await decide(ctx, organisation, rules.renew, { invitation });
  if (isRefusal(done) || isReplay(ctx)) await counted.takeBack();
  return done;
}

export async function withdrawInvitation(
  { organisation, invitation }: In<"withdrawInvitation">,
  ctx: CallContext,
) {
  const done = await decide(ctx, organisation, rules.withdraw, { invitation });
  const { mongo } = kernelOf(ctx.broker);
  if (!isRefusal(done)) await invitationLettersOf(mongo).deleteOne({ _id: invitation, organisation });
  return done;
}

const dayMs = 24 * 60 * 60_000;

/** Letters a day: of one organisation, and to one address, whoever asks for them. */
async function countLetter(ctx: CallContext, organisation: string, email: string) {
  const { mongo, clock } = kernelOf(ctx.broker);
  const counts = [
    [`invitations/${organisation}`, most.invitations],
    [`invited/${addressHash(ctx, letterboxOf(email))}`, most.invited],
  ] as const;
  const counted = await countTries(attemptsOf(mongo), counts, clock.now(), dayMs);
  if (!("lockedUntil" in counted)) return counted;
  return refuse("identity.too-many-invitations", { until: counted.lockedUntil.toISOString() });
}
