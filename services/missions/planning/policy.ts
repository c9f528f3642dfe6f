import { type Policies, yesIf } from "#shared/access/policy.ts";
import { hasRole } from "#shared/access/principal.ts";

export const policies: Policies = {
  "plan missions": (who) => yesIf(hasRole(who, "officer")),
  "read mission timelines": (who) => yesIf(hasRole(who, "officer", "auditor")),
};
