import { hasProven, type Principal, type Role } from "#shared/access/principal.ts";
import { recordOfPerson } from "#shared/contract/reads.ts";
import type { Read } from "#shared/reads/batches.ts";

/** A read, or a change: who did what with which record. */
type Known = Pick<Read, "person" | "record" | "action">;

/** Whose name the door itself knows: who they are, not what they do. */
const isOfPeople = ({ action }: Known) => action.startsWith("identity.");

const isStaffAs = (who: Principal, role: Role) =>
  who.kind === "person" && hasProven(who) && who.roles.includes(role);

/** Whether reads of others than themselves may be theirs to see. */
export const seesOthers = (who: Principal): boolean =>
  (["auditor", "officer", "admin"] as const).some((role) => isStaffAs(who, role));

/** Auditors see everything; officers those of cases, admins those of people, and everyone their own and those of themselves. */
export function mayKnow(who: Principal, read: Known): boolean {
  if (who.kind !== "person") return false;
  if (read.person === who.person || read.record === recordOfPerson(who.person)) return true;
  if (isStaffAs(who, "auditor")) return true;
  if (isStaffAs(who, "admin") && isOfPeople(read)) return true;
  return isStaffAs(who, "officer") && read.record !== undefined && !isOfPeople(read);
}
