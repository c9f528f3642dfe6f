import type { Out } from "./api.ts";
import { renewLive } from "./live.ts";
import { queryClient, useAsk } from "./queries.ts";

export type Session = Out<"GET /session">;
export type Person = NonNullable<Session["person"]>;

/** Who reads this page; nobody while it is not known. */
export function useSession(): Session | undefined {
  return useAsk("GET /session", {}).data;
}

const otherTabs = new BroadcastChannel("causeway-session");
otherTabs.onmessage = () => void forgetHere();

/** Another reader sees other things: nothing of the one before is kept but what all see alike, in no tab of this browser. */
export function forgetAnswers(): Promise<void> {
  otherTabs.postMessage("changed");
  return forgetHere();
}

/** What they may follow is another matter too. */
function forgetHere(): Promise<void> {
  renewLive();
  return queryClient.resetQueries({ predicate: ({ queryKey: [path] }) => path !== "/api/installation" });
}
