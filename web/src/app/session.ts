import type { Out } from "./api.ts";
import { queryClient, useAsk } from "./queries.ts";

export type Session = Out<"GET /session">;
export type Person = NonNullable<Session["person"]>;

/** Who reads this page; nobody while it is not known. */
export function useSession(): Session | undefined {
  return useAsk("GET /session", {}).data;
}

export const isOfficer = (person: Person | undefined) => person?.roles.includes("officer") ?? false;
type Roles = { roles: string[] } | undefined;
const hasOneOf = (person: Roles, ...roles: string[]) =>
  person?.roles.some((role) => roles.includes(role)) ?? false;
export const isAdmin = (person: Roles) => hasOneOf(person, "admin");
/** Who may see registrations and missions as the office does; deciding there is for officers. */
export const readsRecords = (person: Roles) => hasOneOf(person, "officer", "auditor");
/** Who may see how the portal is run: its letters and its settings. */
export const readsOperation = (person: Roles) => hasOneOf(person, "officer", "admin");
/** Who may see the pages of the office. */
export const isOfOffice = (person: Roles) => readsRecords(person) || readsOperation(person);
/** The page at which someone of the office begins. */
export const officeStart = (person: Roles) => (readsRecords(person) ? "/admin/review" : "/admin/settings");
export const isMember = (person: Person | undefined) => person?.roles.includes("member") ?? false;

/** Another reader sees other things: nothing of the one before is kept but what all see alike. */
export function forgetAnswers(): Promise<void> {
  return queryClient.resetQueries({ predicate: ({ queryKey: [path] }) => path !== "/api/installation" });
}
