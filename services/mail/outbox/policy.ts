import { type Policies, yesIf } from "#shared/access/policy.ts";
import { hasRole } from "#shared/access/principal.ts";

export const policies: Policies = {
  "post mail": (who) => yesIf(who.kind === "system"),
  "read the outbox": (who) => yesIf(hasRole(who, "officer", "admin")),
};
