import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { execute } from "#shared/contract/execute.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { remember } from "#shared/documents/remember.ts";
import { read } from "#shared/views/read.ts";
import { organisationRows } from "../organisations/views/organisations.ts";
import type { actions } from "./contract.ts";
import { admit, person } from "./people.ts";

export async function admitPerson(input: Input<typeof actions.admitPerson>, ctx: CallContext) {
  const { id, organisation, roles, ...own } = input;
  const known = await (await read(ctx, organisationRows)).exists({ _id: organisation });
  if (!known) return refuse("identity.unknown-organisation");
  const document = await remember(ctx, { kind: "person", subject: id, term: "while-member" }, own);
  return execute(ctx, person, id, admit, { organisation, roles, person: document }, {}, () => ({
    person: id,
  }));
}
