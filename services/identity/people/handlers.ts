import type { Role } from "#shared/access/principal.ts";
import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { execute, stateNow } from "#shared/contract/execute.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { remember } from "#shared/documents/remember.ts";
import { read } from "#shared/views/read.ts";
import { erasure } from "../erasures/erasures.ts";
import { organisationRows } from "../organisations/views/organisations.ts";
import { takeAddress } from "./addresses.ts";
import type { actions } from "./contract.ts";
import { admit, join, person } from "./people.ts";
import { areThere, mayGrant } from "./roles.ts";

export async function admitPerson(input: Input<typeof actions.admitPerson>, ctx: CallContext) {
  const { id, organisation, roles, ...own } = input;
  const refused = await whyNot(ctx, organisation, roles, id);
  if (refused) return refused;
  // Before an address is taken in the name of somebody who has another.
  if ((await stateNow(ctx, person, id)).organisations.length) return refuse("identity.person-exists");
  if (!(await takeAddress(ctx, own.email, id))) return refuse("identity.address-taken");
  const document = await remember(ctx, { kind: "person", subject: id, term: "while-member" }, own);
  return execute(ctx, person, id, admit, { organisation, roles, person: document }, {}, () => ({
    person: id,
  }));
}

export async function joinOrganisation(
  { id, ...joining }: Input<typeof actions.joinOrganisation>,
  ctx: CallContext,
) {
  const refused = await whyNot(ctx, joining.organisation, joining.roles, id);
  if (refused) return refused;
  if ((await stateNow(ctx, erasure, id)).erased) return refuse("identity.erased-already");
  return execute(ctx, person, id, join, joining, {}, () => ({ person: id }));
}

async function whyNot(ctx: CallContext, organisation: string, roles: Role[], to: string) {
  const row = await (await read(ctx, organisationRows)).findById(organisation).lean();
  if (!row) return refuse("identity.unknown-organisation");
  if (!areThere(row.kind, roles)) return refuse("identity.roles-not-there");
  if (!mayGrant(ctx.meta.who, roles, to)) return refuse("identity.roles-beyond-yours");
  return undefined;
}
