import { type Policies, yesIf } from "#shared/access/policy.ts";
import { hasRole } from "#shared/access/principal.ts";

export const policies: Policies = {
  "admit people": (who) => yesIf(hasRole(who, "officer", "admin") || who.kind === "system"),
};
