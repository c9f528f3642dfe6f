import { any, type Policies } from "#shared/access/policy.ts";

export const policies: Policies = {
  /** Of another's they get what is shared, and change none. */
  "keep list views": { may: { officer: any, "fund-manager": any, auditor: any, admin: any } },
};
