import { any, ofStaff, own, type Policies } from "#shared/access/policy.ts";

const self = own("self", "id", (who) => (who.kind === "person" ? who.person : undefined));

export const policies: Policies = {
  /** Everyone for themselves, staff by more than a password. Who the others are is nobody's business. */
  "ask for an erasure": { may: { admin: any, person: self }, inPerson: true, fresh: ofStaff },
  "see erasures": { may: { officer: any, admin: any } },
  "erase people": { may: { officer: any, admin: any, system: any }, fresh: any },
};
