import { type Policies, yesIf } from "#shared/access/policy.ts";
import { hasRole, type Principal } from "#shared/access/principal.ts";

const holdsLink = (who: Principal, id: string) => who.kind === "draft" && who.draft === id;
const mayRead = (who: Principal) => hasRole(who, "officer", "auditor");

export const policies: Policies = {
  /** Whoever holds its link; to all others it is not there. */
  "write own registration": (who, { id }: { id: string }) => (holdsLink(who, id) ? "yes" : "hidden"),
  "decide on registrations": (who) => yesIf(hasRole(who, "officer")),
  "read registrations": (who) => yesIf(mayRead(who)),
  "read own or any registration": (who, { id }: { id: string }) =>
    holdsLink(who, id) || mayRead(who) ? "yes" : "hidden",
  "erase own or any registration": (who, { id }: { id: string }) =>
    holdsLink(who, id) || hasRole(who, "officer") ? "yes" : "hidden",
  "keep the calendar": (who) => yesIf(who.kind === "system"),
  "open links": (who) => yesIf(who.kind === "system"),
};
