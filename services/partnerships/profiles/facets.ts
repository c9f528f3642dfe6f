/** What a partner is filtered by. */
export type Traits = { country: string; ecosystems: string[]; language: string };

/** What is chosen of each kind; nothing chosen takes all. */
export type Chosen = { [F in Facet]?: string[] | undefined };
export type Facet = "country" | "ecosystem" | "language";

const codesOf: { [F in Facet]: (of: Traits) => string[] } = {
  country: ({ country }) => [country],
  ecosystem: ({ ecosystems }) => ecosystems,
  language: ({ language }) => [language],
};
const facets = Object.keys(codesOf) as Facet[];

const takes = (chosen: Chosen, facet: Facet, of: Traits): boolean =>
  chosen[facet]?.some((code) => codesOf[facet](of).includes(code)) ?? true;

export const isChosen = (chosen: Chosen, of: Traits): boolean =>
  facets.every((facet) => takes(chosen, facet, of));

export type Count = { code: string; count: number };

/**
 * How many have each code, the commonest first: of those that all other filters take, whatever is chosen of its own kind, so that
 * it says what a further choice of that kind would add.
 */
export function countsOf(all: Traits[], chosen: Chosen): { [F in Facet]: Count[] } {
  const counted = (facet: Facet): Count[] => {
    const counts = new Map((chosen[facet] ?? []).map((code) => [code, 0]));
    const others = { ...chosen, [facet]: undefined };
    for (const one of all)
      if (isChosen(others, one))
        for (const code of codesOf[facet](one)) counts.set(code, (counts.get(code) ?? 0) + 1);
    return [...counts]
      .map(([code, count]) => ({ code, count }))
      .sort((one, other) => other.count - one.count || (one.code < other.code ? -1 : 1));
  };
  return { country: counted("country"), ecosystem: counted("ecosystem"), language: counted("language") };
}
