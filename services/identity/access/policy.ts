import { any, type Policies } from "#shared/access/policy.ts";

export const policies: Policies = {
  "ask who may": { may: { officer: any } },
};
