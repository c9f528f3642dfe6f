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
otherTabs.onmessage = () => {
  renewLive();
  void forgetHere();
};

/** What all readers see alike may stay. */
const forgetHere = () =>
  queryClient.resetQueries({ predicate: ({ queryKey: [path] }) => path !== "/api/installation" });

/** Another reader sees other things: nothing of the one before is kept, in no tab of this browser. */
export function forgetAnswers(): Promise<void> {
  otherTabs.postMessage("changed");
  renewLive();
  return forgetHere();
}
