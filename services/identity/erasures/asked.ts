import type { CallContext } from "#shared/contract/call.ts";
import { read } from "#shared/views/read.ts";
import { erasureRows } from "./views/erasures.ts";

/** When they asked to be erased themselves, as long as that is neither done nor taken back. */
export async function askedByThemselves(ctx: CallContext, person: string): Promise<string | undefined> {
  const row = await (await read(ctx, erasureRows)).findById(person).lean();
  return row?.askedBy === person ? row.at : undefined;
}
