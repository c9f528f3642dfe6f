import { any, type Policies } from "#shared/access/policy.ts";

export const policies: Policies = {
  "post mail": { may: { system: any } },
  "read the outbox": { may: { officer: any, admin: any } },
};
