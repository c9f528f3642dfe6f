import { type CallContext, personIn } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { noteOwnAlone } from "#shared/contract/reads.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { newId } from "#shared/ids.ts";
import { kernelOf } from "#shared/kernel.ts";
import { leftOf, wantedBy } from "../lists/filters.ts";
import { lists } from "../lists/lists.ts";
import { namesOfPeople } from "../people/names.ts";
import type { actions } from "./contract.ts";
import * as rules from "./rules.ts";
import { changeKept, type Decided, type Kept, keptBy, type SavedView } from "./saved-views.ts";
import { sharedWith } from "./visible.ts";

type In<A extends keyof typeof actions> = Input<(typeof actions)[A]>;

export async function savedViews({ list }: In<"savedViews">, ctx: CallContext) {
  const { person } = personIn(ctx);
  const kept = await keptBy(kernelOf(ctx.broker).mongo, person);
  const others = (await sharedWith(ctx, person)).filter((one) => one.list === list);
  const names = await namesOfPeople(ctx, [...new Set(others.map((one) => one.person))]);
  if (!others.length) noteOwnAlone(ctx);
  const isFirst = ({ view }: SavedView) => kept.first.some((one) => one.view === view);
  const own = kept.views.filter((one) => one.list === list);
  return {
    rows: [
      ...own.map((one) => ({ ...shown(one), first: isFirst(one), abilities: ownAbilities })),
      ...others.map((one) => ({
        ...shown(one),
        first: isFirst(one),
        ...(names[one.person] && { by: names[one.person] }),
        abilities: [],
      })),
    ],
  };
}

const ownAbilities: ("rename" | "share" | "remove")[] = ["rename", "share", "remove"];

function shown({ view, list, name, search, shared }: SavedView) {
  const { unknown: gone } = wantedBy(lists[list], search);
  return { view, name, search: leftOf(search, gone), gone, shared };
}

export async function saveView({ list, name, search }: In<"saveView">, ctx: CallContext) {
  if (wantedBy(lists[list], search).unknown.length) return refuse("identity.filter-unknown");
  const id = newId();
  let view = id;
  const refusal = await change(ctx, (kept) => {
    view = rules.sameIn(kept, { list, name })?.view ?? id;
    return rules.saved(kept, { list, name, search }, id);
  });
  return refusal ?? { view };
}

export async function renameView({ view, name }: In<"renameView">, ctx: CallContext) {
  return (await change(ctx, (kept) => rules.renamed(kept, view, name))) ?? {};
}

export async function shareView({ view, shared }: In<"shareView">, ctx: CallContext) {
  return (await change(ctx, (kept) => rules.shared(kept, view, shared))) ?? {};
}

export async function removeView({ view }: In<"removeView">, ctx: CallContext) {
  return (await change(ctx, (kept) => rules.removed(kept, view))) ?? {};
}

export async function makeDefault({ view, first }: In<"makeDefault">, ctx: CallContext) {
  const others = await sharedWith(ctx, personIn(ctx).person);
  return (await change(ctx, (kept) => rules.first(kept, [...kept.views, ...others], view, first))) ?? {};
}

const change = <R>(ctx: CallContext, decide: (kept: Kept) => Decided<R>) =>
  changeKept(kernelOf(ctx.broker).mongo, personIn(ctx).person, decide);
