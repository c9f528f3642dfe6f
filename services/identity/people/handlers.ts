import type { Role } from "#shared/access/principal.ts";
import { asSystem, type CallContext, callAs, personIn } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { askedBy, execute, stateNow } from "#shared/contract/execute.ts";
import { isRefusal, refuse } from "#shared/contract/refusals.ts";
import { remember } from "#shared/documents/remember.ts";
import { absent } from "#shared/mongo/filters.ts";
import { read } from "#shared/views/read.ts";
import { erasure } from "../erasures/erasures.ts";
import { memberships } from "../memberships/memberships.ts";
import { partedByErasure } from "../memberships/parted.ts";
import { begin } from "../memberships/rules.ts";
import type { Kind } from "../memberships/standing.ts";
import { kindOf } from "../organisations/own.ts";
import { takeAddress } from "./addresses.ts";
import { actions } from "./contract.ts";
import { namesOfPeople } from "./names.ts";
import { add, choose, person } from "./people.ts";
import { areThere, mayGrant } from "./roles.ts";
import { personRows } from "./views/people.ts";

type In<A extends keyof typeof actions> = Input<(typeof actions)[A]>;

/** First who they are, then where they belong: by the same key it goes on where it was broken off. */
export async function admitPerson({ organisation, roles, ...own }: In<"admitPerson">, ctx: CallContext) {
  const kind = await kindOf(ctx, organisation);
  const refused = whyNot(ctx, kind, roles, own.id);
  if (refused || !kind) return refused ?? refuse("identity.unknown-organisation");
  const asIdentity = asSystem("identity", { key: `${askedBy(ctx).key}/add` });
  const { reply: added } = await callAs(ctx.broker, actions.addPerson, own, asIdentity, ctx);
  if (isRefusal(added)) return added;
  return join(ctx, organisation, kind, { person: own.id, roles });
}

export async function addPerson({ id, ...own }: In<"addPerson">, ctx: CallContext) {
  // Before an address is taken in the name of somebody who has another.
  if ((await stateNow(ctx, person, id)).added) return refuse("identity.person-exists");
  if (!(await takeAddress(ctx, own.email, id))) return refuse("identity.address-taken");
  const document = await remember(
    ctx,
    { kind: "person", subject: `person/${id}`, term: "while-member" },
    own,
  );
  return execute(ctx, person, id, add, { person: document }, {}, () => ({}));
}

export async function joinOrganisation(
  { id, organisation, roles }: In<"joinOrganisation">,
  ctx: CallContext,
) {
  const kind = await kindOf(ctx, organisation);
  const refused = whyNot(ctx, kind, roles, id);
  if (refused || !kind) return refused ?? refuse("identity.unknown-organisation");
  if ((await stateNow(ctx, erasure, id)).erased) return refuse("identity.erased-already");
  if (!(await stateNow(ctx, person, id)).added) return refuse("not-found");
  return join(ctx, organisation, kind, { person: id, roles });
}

async function join(
  ctx: CallContext,
  organisation: string,
  kind: Kind,
  joining: { person: string; roles: Role[] },
) {
  const { person } = joining;
  const joined = await execute(ctx, memberships, organisation, begin, joining, { kind }, () => ({ person }));
  if (isRefusal(joined) || !(await partedByErasure(ctx, organisation, person))) return joined;
  return refuse("identity.erased-already");
}

function whyNot(ctx: CallContext, kind: Kind | undefined, roles: Role[], to: string) {
  if (!kind) return refuse("identity.unknown-organisation");
  if (!areThere(kind, roles)) return refuse("identity.roles-not-there");
  if (!mayGrant(ctx.meta.who, roles, to)) return refuse("identity.roles-beyond-yours");
  return undefined;
}

export function chooseLanguage(chosen: In<"chooseLanguage">, ctx: CallContext) {
  return execute(ctx, person, personIn(ctx).person, choose, chosen, {}, () => chosen);
}

export async function officers(_input: In<"officers">, ctx: CallContext) {
  const rows = await (await read(ctx, personRows))
    .find({ "memberships.roles": "officer", suspended: absent, erased: absent })
    .sort({ position: 1 })
    .lean();
  const names = await namesOfPeople(
    ctx,
    rows.map(({ _id }) => _id),
  );
  return { rows: rows.flatMap(({ _id }) => (names[_id] ? [{ person: _id, name: names[_id] }] : [])) };
}
