import { any, type Policies } from "#shared/access/policy.ts";

export const policies: Policies = {
  "read the settings": { may: { officer: any, admin: any, system: any } },
  "change the settings": { may: { admin: any } },
};
