import { any, type Policies } from "#shared/access/policy.ts";

export const policies: Policies = {
  "assign owners": { may: { system: any } },
};
