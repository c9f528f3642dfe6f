import { isDeepStrictEqual } from "node:util";
import type { Recorded } from "../log/commit.ts";
import type { View } from "./view.ts";

/** What a record said of itself, and for each such fact the event that last made it so. */
export type AsItWas<F> = { facts: F; setBy: [keyof F & string, Recorded][] };

/**
 * A record after these events, by the fold of its own view. `factsOf` says what a row tells; none where there is no row. A fact
 * was set by the last event after which it was another than before.
 */
export async function asItWas<R, F extends object>(
  view: View<R>,
  id: string,
  events: readonly Recorded[],
  factsOf: (row: R) => F,
): Promise<AsItWas<F> | undefined> {
  const rows = new Map<string, R>();
  const access = {
    get: async (one: string) => rows.get(one),
    put: (one: string, row: R) => void rows.set(one, row),
    remove: (one: string) => void rows.delete(one),
  };
  const setBy = new Map<keyof F & string, Recorded>();
  let before: Partial<F> = {};
  for (const event of events) {
    await view.on[event.type]?.(event, access);
    const row = rows.get(id);
    const after: Partial<F> = row ? factsOf(row) : {};
    for (const fact of namesIn(before, after))
      if (!isDeepStrictEqual(before[fact], after[fact])) setBy.set(fact, event);
    before = after;
  }
  if (!rows.has(id)) return undefined;
  return { facts: before as F, setBy: [...setBy].filter(([fact]) => before[fact] !== undefined) };
}

const namesIn = <F extends object>(...all: F[]) => [
  ...new Set(all.flatMap((one) => Object.keys(one) as (keyof F & string)[])),
];
