import { rounded } from "./figures.ts";

/** One measure. `ratio` is `figure` to `limit`, taken in the same run; `goal` says what it must be. */
export type Line = {
  name: string;
  figure: number;
  unit: string;
  limit: number | null;
  ratio: number | null;
  goal: string | null;
};

export const plain = (name: string, figure: number, unit: string): Line => ({
  name,
  figure: rounded(figure),
  unit,
  limit: null,
  ratio: null,
  goal: null,
});

type Goal = { atLeast: number } | { atMost: number };

/** A figure beside another one of the same run, or beside a budget. */
export function beside(name: string, figure: number, unit: string, limit: number, goal?: Goal): Line {
  const told = goal ? ("atLeast" in goal ? `>= ${goal.atLeast}` : `<= ${goal.atMost}`) : null;
  const ratio = limit === 0 ? 0 : figure / limit;
  return { ...plain(name, figure, unit), limit: rounded(limit), ratio: rounded(ratio), goal: told };
}

/** A count that must be nothing. */
export const none = (name: string, figure: number, unit: string): Line => ({
  ...plain(name, figure, unit),
  limit: 0,
  goal: "0",
});

export function isMet({ figure, ratio, goal }: Line): boolean {
  if (goal === null) return true;
  if (goal === "0") return figure === 0;
  const bound = Number(goal.slice(3));
  return goal.startsWith(">=") ? ratio! >= bound : ratio! <= bound;
}

export function told(line: Line): string {
  const { name, figure, unit, limit, ratio, goal } = line;
  const compared = ratio === null ? "" : `  ${ratio} of ${limit}`;
  const wanted = goal === null ? "" : `  (goal ${goal}) ${isMet(line) ? "✓" : "✗"}`;
  return `  ${name.padEnd(52)} ${String(figure).padStart(8)} ${unit}${compared}${wanted}`;
}
