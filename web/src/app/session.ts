import type { Query } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { type Out, Problem } from "./api.ts";
import { focusOnTitle } from "./focus.ts";
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
  void (data === "left" || !reader ? forgetHere() : askAgain());
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
  // What is theirs would be refused now, and is asked once they are back.
  if (awaited) return;
  await queryClient.refetchQueries({
    type: "active",
    predicate: (query) => !isOfAll(query) && !isOfSession(query),
  });
}

const isOfAll = ({ queryKey: [path] }: Query) => path === "/api/installation";
const isOfSession = ({ queryKey: [path] }: Query) => path === "/api/session";

/** Nobody any more, or they themselves, with a second factor still to give. */
const lacksFactor = ({ person, secondFactor }: Session, { person: before, secondFactor: lacked }: Session) =>
  !person || (person.person === before?.person && Boolean(secondFactor) && !lacked);

/** A session that ends by itself: what its reader saw goes off the page as soon as that is known, but nobody types in vain. */
queryClient.getQueryCache().subscribe((event) => {
  if (event.type !== "updated" || event.action.type !== "success" || !isOfSession(event.query)) return;
  const session = event.query.state.data as Session;
  if (awaited) return;
  if (!reader) reader = session.person && session;
  else if (lacksFactor(session, reader) && (hasTyped() || isStepUpAsked())) waitFor(reader);
  else if (isOther(session, reader)) void forgetHere();
  else read(session);
});

/** Who has just given their second factor is not asked for it: the step that waits is taken, and what was refused is asked again. */
function read(session: Session): void {
  reader = session;
  if (!session.fresh || !isStepUpAsked()) return;
  answerStepUp(true);
  const wasRefused = ({ state: { error } }: Query) => error !== null;
  void queryClient.refetchQueries({ type: "active", predicate: wasRefused });
}

/** A step was refused because nobody is signed in any more. */
queryClient.getMutationCache().subscribe((event) => {
  if (event.type !== "updated" || event.action.type !== "error") return;
  const { error } = event.action;
  if (reader && error instanceof Problem && error.code === "unauthenticated") void lookWhoReads();
});

/** Whoever the page waited for is there: it is shown as they left it. */
export function goOn(session: Session): void {
  waitFor(undefined);
  read(session);
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
  if (isStepUpAsked() || awaited) focusOnTitle();
  answerStepUp(false);
  forgetTyped();
  if (awaited) void forgetHere();
}
