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

let wasSignedIn = false;

/** What all readers see alike may stay. */
function forgetHere(): Promise<void> {
  wasSignedIn = false;
  return queryClient.resetQueries({ predicate: ({ queryKey: [path] }) => path !== "/api/installation" });
}

/** A session that ends by itself: what its reader saw goes off the page as soon as that is known. */
queryClient.getQueryCache().subscribe(({ query }) => {
  if (query.queryKey[0] !== "/api/session") return;
  const { signedIn } = (query.state.data as Session | undefined) ?? {};
  if (wasSignedIn && signedIn === false) void forgetHere();
  else wasSignedIn = signedIn ?? wasSignedIn;
});

/** Another reader sees other things: nothing of the one before is kept, in no tab of this browser. */
export function forgetAnswers(): Promise<void> {
  otherTabs.postMessage("changed");
  renewLive();
  return forgetHere();
}
