/** `last`: the one that was chosen or let go last, from which a reach starts. */
export type Selection = { chosen: ReadonlySet<string>; last: string | undefined };

export const nothing: Selection = { chosen: new Set(), last: undefined };

export const all = (ids: string[]): Selection => ({ chosen: new Set(ids), last: undefined });

const set = (chosen: ReadonlySet<string>, ids: string[], on: boolean): ReadonlySet<string> =>
  on ? chosen.union(new Set(ids)) : chosen.difference(new Set(ids));

export const toggle = ({ chosen }: Selection, id: string): Selection => ({
  chosen: set(chosen, [id], !chosen.has(id)),
  last: id,
});

/** All from the last one to this one become what the last one is. Of `order`, as they stand on the page. */
export function reach(selection: Selection, id: string, order: string[]): Selection {
  const { chosen, last } = selection;
  const ends = [order.indexOf(last ?? ""), order.indexOf(id)].sort((one, other) => one - other);
  if (last === undefined || ends[0] === -1) return toggle(selection, id);
  return { chosen: set(chosen, order.slice(ends[0], ends[1]! + 1), chosen.has(last)), last };
}

/** One further: `at` and `to` are chosen; on the way back, where both are already, `at` is let go. */
export function stretch({ chosen, last }: Selection, at: string, to: string): Selection {
  const isBack = chosen.has(at) && chosen.has(to) && at !== last;
  if (isBack) return { chosen: set(chosen, [at], false), last };
  return { chosen: set(chosen, [at, to], true), last: chosen.has(at) ? (last ?? at) : at };
}
