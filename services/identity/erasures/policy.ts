import { any, own, type Policies } from "#shared/access/policy.ts";

const self = own("self", "id", (who) => (who.kind === "person" ? who.person : undefined));

export const policies: Policies = {
  /** Everyone for themselves. Who the others are is nobody's business. */
  "ask for an erasure": { may: { admin: any, person: self }, inPerson: true },
  "see erasures": { may: { officer: any, admin: any } },
  "erase people": { may: { officer: any, admin: any, system: any }, fresh: any },
};
