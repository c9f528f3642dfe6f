import type { CallContext } from "#shared/contract/call.ts";
import { among } from "#shared/mongo/filters.ts";
import { read } from "#shared/views/read.ts";
import { organisationRows } from "../organisations/views/organisations.ts";
import { namesOfPeople } from "../people/names.ts";

type Doer = { person?: string; organisation?: string };

/** Names for lines of who did something and for whom, looked up once for all of them. An erased person has none. */
export async function namesOfDoers(ctx: CallContext, doers: Doer[]) {
  const people = new Set(doers.flatMap(({ person }) => person ?? []));
  const organisations = new Set(doers.flatMap(({ organisation }) => organisation ?? []));
  const names = await namesOfPeople(ctx, [...people]);
  const rows = await (await read(ctx, organisationRows)).find({ _id: among([...organisations]) }).lean();
  const organisationNames = new Map(rows.map(({ _id, name }) => [_id, name]));
  return ({ person = "", organisation = "" }: Doer) => {
    const name = names[person];
    const organisationName = organisationNames.get(organisation);
    return { ...(name && { name }), ...(organisationName && { organisationName }) };
  };
}
