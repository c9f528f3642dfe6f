import type { CallContext } from "#shared/contract/call.ts";
import { among } from "#shared/mongo/filters.ts";
import { read } from "#shared/views/read.ts";
import { documentsOf } from "./own.ts";
import { personRows } from "./views/people.ts";

/** Names of those who are still known; an erased person has none. */
export async function namesOfPeople(ctx: CallContext, ids: string[]): Promise<Record<string, string>> {
  if (!ids.length) return {};
  const rows = await (await read(ctx, personRows)).find({ _id: among(ids) }).lean();
  const ownOf = await documentsOf(ctx, rows);
  const named = rows.flatMap((row) => {
    const own = ownOf(row);
    return own ? [[row._id, own.name]] : [];
  });
  // Without what every object is born with: somebody may be called "constructor".
  return Object.assign(Object.create(null), Object.fromEntries(named));
}

export async function erasedAmong(ctx: CallContext, ids: string[]): Promise<string[]> {
  if (!ids.length) return [];
  const rows = await read(ctx, personRows);
  return (await rows.find({ _id: among(ids), erased: true }).lean()).map(({ _id }) => _id);
}
