import { any, type Policies } from "#shared/access/policy.ts";

export const policies: Policies = {
  "read delegates": { may: { officer: any } },
  "forget delegates": { may: { system: any } },
};
