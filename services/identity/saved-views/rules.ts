import { refuse } from "#shared/contract/refusals.ts";
import type { Decided, Kept, SavedView } from "./saved-views.ts";

export const mostViews = 100;

type NoSuchView = ReturnType<typeof refuse<"identity.no-such-view">>;
const noSuchView = { refusal: refuse("identity.no-such-view") };

type Named = Pick<SavedView, "list" | "name">;
type NameTaken = ReturnType<typeof refuse<"identity.view-name-taken">>;
type TooMany = { refused: "identity.too-many-views"; params: { most: number } };

/** Under a name that is theirs already it replaces the filters, so that saving twice makes one. */
export function saved(
  kept: Kept,
  { list, name, search }: Named & Pick<SavedView, "search">,
  view: string,
): Decided<TooMany> {
  const same = sameIn(kept, { list, name });
  if (same) return { kept: withView(kept, { ...same, search }) };
  if (kept.views.length >= mostViews)
    return { refusal: refuse("identity.too-many-views", { most: mostViews }) };
  return { kept: { ...kept, views: [...kept.views, { view, list, name, search, shared: false }] } };
}

export function renamed(kept: Kept, view: string, name: string): Decided<NoSuchView | NameTaken> {
  const own = viewIn(kept, view);
  if (!own) return noSuchView;
  const same = sameIn(kept, { list: own.list, name });
  return same && same !== own
    ? { refusal: refuse("identity.view-name-taken") }
    : { kept: withView(kept, { ...own, name }) };
}

export function shared(kept: Kept, view: string, isShared: boolean): Decided<NoSuchView> {
  const own = viewIn(kept, view);
  return own ? { kept: withView(kept, { ...own, shared: isShared }) } : noSuchView;
}

export function removed(kept: Kept, view: string): Decided<NoSuchView> {
  if (!viewIn(kept, view)) return noSuchView;
  return { kept: { views: kept.views.filter((one) => one.view !== view), first: without(kept, view) } };
}

/** Of a list one view opens first: one of these that they see. */
export function first(kept: Kept, seen: SavedView[], view: string, isFirst: boolean): Decided<NoSuchView> {
  const found = seen.find((one) => one.view === view);
  if (!found) return noSuchView;
  if (!isFirst) return { kept: { ...kept, first: without(kept, view) } };
  const others = kept.first.filter((one) => one.list !== found.list);
  return { kept: { ...kept, first: [...others, { list: found.list, view }] } };
}

export const sameIn = ({ views }: Kept, { list, name }: Named): SavedView | undefined =>
  views.find((one) => one.list === list && one.name === name);

const viewIn = ({ views }: Kept, view: string): SavedView | undefined =>
  views.find((one) => one.view === view);

const without = ({ first: all }: Pick<Kept, "first">, view: string) => all.filter((one) => one.view !== view);

const withView = (kept: Kept, changed: SavedView): Kept => ({
  ...kept,
  views: kept.views.map((one) => (one.view === changed.view ? changed : one)),
});
