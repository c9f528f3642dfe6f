import { any, type Policies } from "#shared/access/policy.ts";

export const policies: Policies = {
  "plan missions": { may: { officer: any } },
  "read mission timelines": { may: { officer: any, auditor: any } },
};
