import { any, ofStaff, own, type Policies } from "#shared/access/policy.ts";

const self = own("self", "person", (who) => (who.kind === "person" ? who.person : undefined));

export const policies: Policies = {
  /** A member has no second factor that could be asked, and takes only their own along. */
  "take along what is held": { may: { admin: any, person: self }, fresh: ofStaff, inPerson: true },
};
