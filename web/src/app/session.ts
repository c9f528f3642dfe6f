import type { Query } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { type Out, Problem } from "./api.ts";
import { renewLive } from "./live.ts";
import { queryClient, useAsk } from "./queries.ts";
import { answerStepUp, isStepUpAsked } from "./step-up.ts";
import { forgetTyped, hasTyped } from "./typed.ts";

export type Session = Out<"GET /session">;
export type Person = NonNullable<Session["person"]>;
type How = "left" | "entered";

/** Who reads, as far as this page knows. */
let reader: Session | undefined;
/** Whose session ended by itself while they were typing: the page waits for them. */
let awaited: Session | undefined;
const lookers = new Set<() => void>();

/** Who reads this page, or whom it waits for; nobody while it is not known. */
export function useSession(): Session | undefined {
  const { data } = useAsk("GET /session", {});
  return useAwaited() ?? data;
}

export const useAwaited = () =>
  useSyncExternalStore(
    (look) => {
      lookers.add(look);
      return () => lookers.delete(look);
    },
    () => awaited,
  );

function waitFor(next: Session | undefined): void {
  awaited = next;
  for (const look of lookers) look();
}

const otherTabs = new BroadcastChannel("causeway-session");
otherTabs.onmessage = ({ data }: MessageEvent<How>) => {
  renewLive();
  // They may have given their second factor there; if not, they are asked again.
  void (data === "left" || !reader ? forgetHere() : askAgain().then(() => answerStepUp(true)));
};

/** What all readers see alike may stay. All else is asked again once it is known who reads: what was theirs, nobody asks for. */
export function forgetHere(): Promise<void> {
  reader = undefined;
  waitFor(undefined);
  answerStepUp(false);
  forgetTyped();
  const theirs = queryClient.getQueryCache().findAll({ predicate: (query) => !isOfAll(query) });
  for (const query of theirs) query.reset();
  return askAgain();
}

export const isOther = ({ person: one }: Session, { person: other }: Session) =>
  one?.person !== other?.person || one?.organisation !== other?.organisation;

const lookWhoReads = () => queryClient.refetchQueries({ predicate: isOfSession });

async function askAgain(): Promise<void> {
  await lookWhoReads();
  await queryClient.refetchQueries({
    type: "active",
    predicate: (query) => !isOfAll(query) && !isOfSession(query),
  });
}

const isOfAll = ({ queryKey: [path] }: Query) => path === "/api/installation";
const isOfSession = ({ queryKey: [path] }: Query) => path === "/api/session";

/** A session that ends by itself: what its reader saw goes off the page as soon as that is known, but nobody types in vain. */
queryClient.getQueryCache().subscribe(({ query, type }) => {
  const session = query.state.data as Session | undefined;
  if (type !== "updated" || !isOfSession(query) || !session || awaited) return;
  const { person } = session;
  if (!reader) reader = person && session;
  else if (!person && (hasTyped() || isStepUpAsked())) waitFor(reader);
  else if (isOther(session, reader)) void forgetHere();
  else reader = session;
});

/** A step was refused because nobody is signed in any more. */
queryClient.getMutationCache().subscribe((event) => {
  if (event.type !== "updated" || event.action.type !== "error") return;
  const { error } = event.action;
  if (reader && error instanceof Problem && error.code === "unauthenticated") void lookWhoReads();
});

/** Whoever the page waited for is there: it is shown as they left it. */
export function goOn(session: Session): void {
  reader = session;
  waitFor(undefined);
  void askAgain();
}

/** In every tab of this browser it is looked who reads now. */
export function tellTabs(how: How): void {
  otherTabs.postMessage(how);
  renewLive();
}

/** Another reader sees other things: nothing of the one before is kept, in no tab of this browser. */
export function forgetAnswers(how: How): Promise<void> {
  tellTabs(how);
  return forgetHere();
}

/** Whoever leaves a page does without what they typed on it. */
export function leftPage(): void {
  answerStepUp(false);
  forgetTyped();
  if (awaited) void forgetHere();
}
