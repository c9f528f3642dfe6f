import type { CallContext } from "#shared/contract/call.ts";
import { among } from "#shared/mongo/filters.ts";
import { read } from "#shared/views/read.ts";
import { personRows } from "../people/views/people.ts";
import { isInCharge } from "./standing.ts";

/** Those of the organisations that somebody is in charge of. Erasing the last of one is refused to nobody. */
export async function ledAmong(ctx: CallContext, organisations: string[]): Promise<Set<string>> {
  const rows = await (await read(ctx, personRows))
    .find({ "memberships.organisation": among(organisations) }, { memberships: 1 })
    .lean();
  const memberships = rows.flatMap((row) => row.memberships);
  const led = memberships.filter(({ standing }) => isInCharge(standing));
  return new Set(led.map(({ organisation }) => organisation));
}
