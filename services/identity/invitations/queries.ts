import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { isRefusal, refuse } from "#shared/contract/refusals.ts";
import { kernelOf } from "#shared/kernel.ts";
import { above, among } from "#shared/mongo/filters.ts";
import { read } from "#shared/views/read.ts";
import { kindOf, organisationOf } from "../organisations/own.ts";
import { namesOfPeople } from "../people/names.ts";
import type { actions } from "./contract.ts";
import { inCharge } from "./in-charge.ts";
import { invitationLettersOf } from "./letters.ts";
import { invitationRows } from "./views/invitations.ts";

type In<A extends keyof typeof actions> = Input<(typeof actions)[A]>;

const most = 200;

export async function invitations({ organisation }: In<"invitations">, ctx: CallContext) {
  const kind = await kindOf(ctx, organisation);
  if (!kind) return refuse("not-found");
  const state = await inCharge(ctx, organisation, kind);
  if (isRefusal(state)) return state;
  const { mongo, clock } = kernelOf(ctx.broker);
  const rows = await (await read(ctx, invitationRows))
    .find({ organisation, endsAt: above(clock.now().toISOString()) })
    .sort({ position: -1 })
    .limit(most)
    .lean();
  const letters = await invitationLettersOf(mongo)
    .find({ _id: among(rows.map(({ _id }) => _id)) })
    .lean();
  const addresses = new Map(letters.map(({ _id, email }) => [_id, email]));
  return {
    rows: rows.flatMap(({ _id: invitation, roles, standing, at, endsAt }) => {
      const email = addresses.get(invitation);
      return email ? [{ invitation, email, roles, standing, at, endsAt }] : [];
    }),
  };
}

export async function invitation({ invitation: id }: In<"invitation">, ctx: CallContext) {
  const row = await (await read(ctx, invitationRows)).findById(id).lean();
  const home = row && (await organisationOf(ctx, row.organisation));
  if (!row || !home || new Date(row.endsAt) <= kernelOf(ctx.broker).clock.now()) return refuse("not-found");
  const { by, roles, standing, endsAt } = row;
  const name = by && (await namesOfPeople(ctx, [by]))[by];
  const { name: organisationName, kind } = home;
  return { organisationName, kind, roles, standing, ...(name && { by: name }), endsAt };
}
