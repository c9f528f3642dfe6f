import { any, type Policies } from "#shared/access/policy.ts";

export const policies: Policies = {
  "say that an address is right": { may: { officer: any, admin: any } },
  "see whether own letters arrive": { may: { person: any } },
};
