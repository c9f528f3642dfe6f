import { any, own, type Policies } from "#shared/access/policy.ts";

/** Another company's entry is nobody's business, so it looks like one that is not there. */
const ownCompany = own("own company", "company", (who) =>
  who.kind === "person" ? who.organisation : undefined,
);

export const policies: Policies = {
  "order the waiting list": { may: { officer: any } },
  "sign up own company": { may: { officer: any, member: ownCompany } },
  "keep seats in step with the plan": { may: { system: any } },
  "read entries": { may: { officer: any, auditor: any } },
};
