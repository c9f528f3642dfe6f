import type { Run } from "./run.ts";

/** What is done to many, and then the way back from it. `name`: of the command. */
export type Runs = { name: string; run: Run; undo?: Run };

type Kept = Runs & { by: string };

const place = (list: string) => `causeway.bulk.${list}`;

/** In this tab alone, so that a page that is loaded anew shows what was done and goes on with the same keys. */
export function keepRuns(list: string, by: string, runs: Runs | undefined): void {
  if (runs) sessionStorage.setItem(place(list), JSON.stringify({ ...runs, by } satisfies Kept));
  else sessionStorage.removeItem(place(list));
}

/** Of another who was signed in here nothing stays. */
export function keptRuns(list: string, by: string): Runs | undefined {
  const kept: Kept | null = JSON.parse(sessionStorage.getItem(place(list)) ?? "null");
  if (kept?.by === by) return kept;
  keepRuns(list, by, undefined);
}
