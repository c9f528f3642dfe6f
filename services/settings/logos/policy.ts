import { any, type Policies } from "#shared/access/policy.ts";

export const policies: Policies = {
  "serve logos": { may: { system: any } },
};
