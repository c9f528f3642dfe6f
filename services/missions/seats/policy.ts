import { type Policies, yesIf } from "#shared/access/policy.ts";
import { hasRole, type Principal } from "#shared/access/principal.ts";

const ownCompany = (who: Principal, company: string) =>
  who.kind === "person" && who.organisation === company && who.roles.includes("member");

export const policies: Policies = {
  /** Another company's entry is nobody's business, so it looks like one that is not there. */
  "sign up own company": (who, { company }: { company: string }) => {
    if (hasRole(who, "officer") || ownCompany(who, company)) return "yes";
    return hasRole(who, "member") ? "hidden" : "no";
  },
  "keep seats in step with the plan": (who) => yesIf(who.kind === "system"),
  "read entries": (who) => yesIf(hasRole(who, "officer", "auditor")),
};
