import type { Out } from "./api.ts";
import { queryClient, useAsk } from "./queries.ts";

export type Session = Out<"GET /session">;
export type Person = NonNullable<Session["person"]>;

/** Who reads this page; nobody while it is not known. */
export function useSession(): Session | undefined {
  return useAsk("GET /session", {}).data;
}

export const isOfficer = (person: Person | undefined) => person?.roles.includes("officer") ?? false;
/** Who may see the pages of the office; deciding there is for officers. */
export const isOfOffice = (person: { roles: string[] } | undefined) =>
  readsCases(person) || (person?.roles.includes("admin") ?? false);
export const readsCases = (person: { roles: string[] } | undefined) =>
  person?.roles.some((role) => role === "officer" || role === "auditor") ?? false;
export const isMember = (person: Person | undefined) => person?.roles.includes("member") ?? false;

const otherTabs = new BroadcastChannel("causeway-session");
otherTabs.onmessage = () => void queryClient.resetQueries();

/** Another reader sees other things: nothing of the one before is kept, in no tab of this browser. */
export function forgetAnswers(): Promise<void> {
  otherTabs.postMessage("changed");
  return queryClient.resetQueries();
}
