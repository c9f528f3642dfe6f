import { type Policies, yesIf } from "#shared/access/policy.ts";
import { hasRole } from "#shared/access/principal.ts";

export const policies: Policies = {
  "admit organisations": (who) => yesIf(hasRole(who, "officer", "admin") || who.kind === "system"),
  "admit partners": (who) => yesIf(who.kind === "system"),
  "read organisations": (who) => yesIf(hasRole(who, "officer", "admin", "auditor", "fund-manager")),
  "ask for names": (who) => yesIf(who.kind === "system"),
};
