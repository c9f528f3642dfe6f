import type { CallContext } from "#shared/contract/call.ts";
import { among } from "#shared/mongo/filters.ts";
import { read } from "#shared/views/read.ts";
import { delegateRows } from "./views/delegates.ts";

/** How many delegates each of these companies has named for a mission. */
export async function namedOn(ctx: CallContext, mission: string, companies: string[]) {
  const rows = await read(ctx, delegateRows);
  const found = await rows.find({ mission, company: among(companies) }).lean();
  return new Map(
    companies.map((company) => [company, found.filter((row) => row.company === company).length]),
  );
}
