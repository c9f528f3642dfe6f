import { any, type Policies } from "#shared/access/policy.ts";

export const policies: Policies = {
  "write to people": { may: { system: any } },
  "ask where to write": { may: { system: any } },
};
