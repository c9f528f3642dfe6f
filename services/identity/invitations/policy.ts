import { any, ofStaff, type Policies } from "#shared/access/policy.ts";
import { ownOrganisation } from "../memberships/policy.ts";

/** The office lets people into every organisation; of others the rules ask who leads theirs. */
export const policies: Policies = {
  "invite people": {
    may: { officer: any, admin: any, member: ownOrganisation, partner: ownOrganisation },
    fresh: ofStaff,
  },
};
