import { useAsk } from "../app/queries.ts";

/** Of those who decide now, by id; whoever has gone has none. */
export function useOfficerNames(): Record<string, string> {
  const { data } = useAsk("GET /officers", {});
  return Object.fromEntries(data?.rows.map(({ person, name }) => [person, name]) ?? []);
}
