import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { recordOfPerson } from "#shared/contract/reads.ts";
import type { Read } from "#shared/reads/batches.ts";
import type { actions } from "./contract.ts";
import { collect } from "./lines.ts";
import { mayKnow, seesOthers } from "./visible.ts";

type Wanted = Input<typeof actions.reads>;

const pageSize = 100;

export async function reads(wanted: Wanted, ctx: CallContext) {
  const { who } = ctx.meta;
  const matches = (one: Read) =>
    (!wanted.person || one.person === wanted.person) &&
    (!wanted.record || one.record === wanted.record) &&
    mayKnow(who, one);
  return collect(ctx, filterOf(ctx, wanted), matches, pageSize);
}

/** Batches in which something may stand that is asked for and may be known; which of their lines, is looked at one by one. */
function filterOf(ctx: CallContext, { person, record, before }: Wanted) {
  const { who } = ctx.meta;
  const self = who.kind === "person" ? who.person : "";
  return {
    ...(person && { "reads.person": person }),
    ...(record && { "reads.record": record }),
    ...(before && { _id: { $lt: before } }),
    ...(!seesOthers(who) && { $or: [{ "reads.person": self }, { "reads.record": recordOfPerson(self) }] }),
  };
}
