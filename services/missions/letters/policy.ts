import { any, type Policies } from "#shared/access/policy.ts";

export const policies: Policies = {
  "write to companies": { may: { system: any } },
};
