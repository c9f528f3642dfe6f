import { any, type Policies } from "#shared/access/policy.ts";

export const policies: Policies = {
  "write to clusters": { may: { system: any } },
};
