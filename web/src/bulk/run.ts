/** What an item came to, as its own command was answered. `position`: of the commit, which is the record's version from then on. */
export type Outcome =
  | { kind: "done"; position?: number | undefined }
  | { kind: "refused" | "unanswered"; problem: Why };
export type Why = { status: number; code: string; params: object; detail?: string };

export type Wish = { id: string; name: string; own: object };
/** Its key stays, however often it is sent: what was carried out without an answer is not carried out again. */
export type Item = Wish & { key: string; outcome?: Outcome };

/** One command for many records. `shared`: what is said to each alike. */
export type Run = { route: string; shared: object; items: Item[] };

export const runOf = (route: string, shared: object, wishes: Wish[], newKey: () => string): Run => ({
  ...{ route, shared },
  items: wishes.map((wish) => ({ ...wish, key: newKey() })),
});

const isDecided = ({ outcome }: Item): boolean => outcome !== undefined && outcome.kind !== "unanswered";

export const nextOf = ({ items }: Run): Item | undefined => items.find((item) => !isDecided(item));

/** What was decided stays so. Once all are, there is no need to keep what was said. */
export function settle(run: Run, id: string, outcome: Outcome): Run {
  const items = run.items.map((item) => (item.id === id && !isDecided(item) ? { ...item, outcome } : item));
  return { ...run, items, shared: items.every(isDecided) ? {} : run.shared };
}

export type Counts = { done: number; refused: number; unanswered: number; unsent: number };

export function countsOf({ items }: Run): Counts {
  const counts = { done: 0, refused: 0, unanswered: 0, unsent: 0 };
  for (const { outcome } of items) counts[outcome?.kind ?? "unsent"] += 1;
  return counts;
}

/**
 * Not decided, or not known to be: it may be sent again. So is what was only not taken from who asks now, as after their session
 * has ended.
 */
export const isUnanswered = ({ status, code }: Why): boolean =>
  status === 0 ||
  status >= 500 ||
  [401, 429].includes(status) ||
  ["step-up-required", "identity.second-factor-first", "second-factor-needed"].includes(code);
