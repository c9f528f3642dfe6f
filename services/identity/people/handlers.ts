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

export async function admitPerson(input: Input<typeof actions.admitPerson>, ctx: CallContext) {
  const { id, organisation, roles, ...own } = input;
  if (!(await isKnown(ctx, organisation))) return refuse("identity.unknown-organisation");
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
  if (!(await isKnown(ctx, joining.organisation))) return refuse("identity.unknown-organisation");
  if ((await stateNow(ctx, erasure, id)).erased) return refuse("identity.erased-already");
  return execute(ctx, person, id, join, joining, {}, () => ({ person: id }));
}

const isKnown = async (ctx: CallContext, organisation: string): Promise<boolean> =>
  Boolean(await (await read(ctx, organisationRows)).exists({ _id: organisation }));
