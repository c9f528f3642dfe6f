import { type Policies, yesIf } from "#shared/access/policy.ts";

export const policies: Policies = {
  "write to people": (who) => yesIf(who.kind === "system"),
};
