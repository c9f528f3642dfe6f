import type { Query } from "@tanstack/react-query";
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

/** What all readers see alike may stay. All else is asked again once it is known who reads: what was theirs, nobody asks for. */
async function forgetHere(): Promise<void> {
  wasSignedIn = false;
  const theirs = queryClient.getQueryCache().findAll({ predicate: (query) => !isOfAll(query) });
  for (const query of theirs) query.reset();
  await queryClient.refetchQueries({ predicate: isOfSession });
  await queryClient.refetchQueries({
    type: "active",
    predicate: (query) => !isOfAll(query) && !isOfSession(query),
  });
}

const isOfAll = ({ queryKey: [path] }: Query) => path === "/api/installation";
const isOfSession = ({ queryKey: [path] }: Query) => path === "/api/session";

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
