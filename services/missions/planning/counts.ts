import type { CallContext } from "#shared/contract/call.ts";
import { among } from "#shared/mongo/filters.ts";
import { read } from "#shared/views/read.ts";
import { type CountRow, countRows } from "../seats/views/counts.ts";

/** How many seats are taken and how many entries wait, by mission; none of one whose seats are not offered yet. */
export async function countsOf(ctx: CallContext, missions: string[]): Promise<Map<string, CountRow>> {
  const found = await (await read(ctx, countRows)).find({ _id: among(missions) }).lean();
  return new Map(found.map(({ _id, ...counts }) => [_id, counts]));
}
