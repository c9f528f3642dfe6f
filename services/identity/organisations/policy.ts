import { any, type Policies } from "#shared/access/policy.ts";

export const policies: Policies = {
  "admit organisations": { may: { officer: any, admin: any, system: any } },
  "admit partners": { may: { system: any } },
  "read organisations": { may: { officer: any, admin: any, auditor: any, "fund-manager": any } },
  "ask for names": { may: { system: any } },
};
