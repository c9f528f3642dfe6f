import { useAsk } from "./queries.ts";

/** All missions in order of their first day: those to come, and those that have been. */
export function useMissions() {
  return useAsk("GET /missions", { limit: 100 });
}

export function byTime<M extends { lastDay: string }>(rows: M[]): { coming: M[]; past: M[] } {
  const today = new Date().toISOString().slice(0, 10);
  return {
    coming: rows.filter(({ lastDay }) => lastDay >= today),
    past: rows.filter(({ lastDay }) => lastDay < today).reverse(),
  };
}
