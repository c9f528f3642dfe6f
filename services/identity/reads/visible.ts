import { hasRole, type Principal } from "#shared/access/principal.ts";
import type { Read } from "#shared/reads/batches.ts";

/** Whose name the door itself knows: who they are, not what they do. */
const isOfPeople = ({ action }: Read) => action.startsWith("identity.");

/** Auditors see every read; officers those of cases, admins those of people, and everyone their own and those of themselves. */
export function mayKnow(who: Principal, read: Read): boolean {
  if (who.kind !== "person") return false;
  if (hasRole(who, "auditor") || read.person === who.person || read.record === who.person) return true;
  if (hasRole(who, "admin") && isOfPeople(read)) return true;
  return hasRole(who, "officer") && read.record !== undefined && !isOfPeople(read);
}
