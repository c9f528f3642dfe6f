import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { execute, stateNow } from "#shared/contract/execute.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { remember } from "#shared/documents/remember.ts";
import { endOf } from "#shared/documents/terms.ts";
import { kernelOf } from "#shared/kernel.ts";
import { among } from "#shared/mongo/filters.ts";
import { read } from "#shared/views/read.ts";
import { pageOf } from "../profiles/page.ts";
import { partnerRows } from "../profiles/views/partners.ts";
import { rowOf } from "../registrations/own.ts";
import { registration } from "../registrations/registrations.ts";
import type { actions } from "./contract.ts";
import * as rules from "./rules.ts";
import { hasPage, haveBothPages, isAtRest, stays } from "./sides.ts";

type In<A extends keyof typeof actions> = Input<(typeof actions)[A]>;

export async function merger({ id, other }: In<"merger">, ctx: CallContext) {
  const [one, two] = [await rowOf(ctx, id), await rowOf(ctx, other)];
  if (!one) return refuse("not-found");
  if (!two || id === other) return refuse("partnerships.other-unknown");
  const [kept, gone] = stays(one, two) ? [one, two] : [two, one];
  const pages = await (await read(ctx, partnerRows)).find({ _id: among([kept._id, gone._id]) }).lean();
  const page = (of: string) => pages.find(({ _id }) => _id === of);
  const [own, others] = [page(kept._id), page(gone._id)];
  return {
    ...{ stays: kept._id, goes: gone._id },
    because: hasPage(kept) === hasPage(gone) ? ("first" as const) : ("page" as const),
    ...(haveBothPages(kept, gone) &&
      !gone.erased &&
      own &&
      others && { pages: { stays: pageOf(own), goes: pageOf(others) } }),
    underWay: [kept, gone].filter((side) => !isAtRest(side)).map(({ _id, state }) => ({ id: _id, state })),
  };
}

export async function merge({ id, into, take, reason }: In<"merge">, ctx: CallContext) {
  const [own, other] = [await rowOf(ctx, id), await rowOf(ctx, into)];
  if (!own) return refuse("not-found");
  if (!other || id === into) return refuse("partnerships.other-unknown");
  const facts = {
    other: { state: (await stateNow(ctx, registration, into)).state, order: other.order },
    order: own.order,
  };
  const command = { into, take, reason: await rememberWhy(ctx, id, reason) };
  return execute(ctx, registration, id, rules.merge, command, facts, (after) => ({
    into,
    until: after.merged!.until,
  }));
}

export async function undoMerge({ id, reason }: In<"undoMerge">, ctx: CallContext) {
  if (!(await rowOf(ctx, id))) return refuse("not-found");
  const command = { reason: await rememberWhy(ctx, id, reason) };
  return execute(ctx, registration, id, rules.undoMerge, command, {}, ({ state }) => ({ state }));
}

/** It has an end of its own: what happens with a registration that is at rest ends nothing else that is kept of it. */
function rememberWhy(ctx: CallContext, id: string, text: string): Promise<string> {
  const term = "two-years-after-decision";
  const endsAt = endOf(term, kernelOf(ctx.broker).clock.now());
  return remember(ctx, { kind: "note", subject: `registration/${id}`, term, endsAt }, { text });
}
