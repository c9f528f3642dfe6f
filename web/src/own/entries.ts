import { useLive } from "../app/live.ts";
import { useAsk } from "../app/queries.ts";

/** What the reader's company has on missions, the newest first: more than it has in many years. */
export function useOwnEntries() {
  const entries = useAsk("GET /entries", { limit: 200 });
  useLive("/api/entries");
  return entries;
}
