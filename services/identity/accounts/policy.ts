import { any, type Policies } from "#shared/access/policy.ts";

export const policies: Policies = {
  "see accounts": { may: { admin: any, auditor: any } },
  "steer accounts": { may: { admin: any }, fresh: any },
};
