import { type Policies, yesIf } from "#shared/access/policy.ts";
import { hasRole, type Principal } from "#shared/access/principal.ts";

const isSelf = (who: Principal, person: string) => who.kind === "person" && who.person === person;

export const policies: Policies = {
  /** Everyone for themselves. Who the others are is nobody's business. */
  "ask for an erasure": (who, { id }: { id: string }) => yesIf(hasRole(who, "admin") || isSelf(who, id)),
  "erase people": (who) => yesIf(hasRole(who, "officer", "admin") || who.kind === "system"),
};
