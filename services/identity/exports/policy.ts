import { any, own, type Policies } from "#shared/access/policy.ts";

const self = own("self", "person", (who) => (who.kind === "person" ? who.person : undefined));

export const policies: Policies = {
  "take along what is held": { may: { admin: any, person: self }, fresh: any },
};
