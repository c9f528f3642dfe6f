import type { CallContext } from "#shared/contract/call.ts";
import { among } from "#shared/mongo/filters.ts";
import { read } from "#shared/views/read.ts";
import { organisationRows } from "./views/organisations.ts";

/** How each is called: one that is not known yet, by its id. */
export async function namesOfOrganisations(ctx: CallContext, ids: string[]): Promise<(id: string) => string> {
  const rows = await (await read(ctx, organisationRows)).find({ _id: among(ids) }).lean();
  const names = new Map(rows.map((row) => [row._id, row.name]));
  return (id) => names.get(id) ?? id;
}
