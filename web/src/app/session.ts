import type { Out } from "./api.ts";
import { queryClient, useAsk } from "./queries.ts";

export type Session = Out<"GET /session">;
export type Person = NonNullable<Session["person"]>;

/** Who reads this page; nobody while it is not known. */
export function useSession(): Session | undefined {
  return useAsk("GET /session", {}).data;
}

/** Another reader sees other things: nothing of the one before is kept. */
export function forgetAnswers(): Promise<void> {
  return queryClient.resetQueries();
}
