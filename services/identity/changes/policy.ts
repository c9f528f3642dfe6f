import { any, ofStaff, type Policies } from "#shared/access/policy.ts";

/** Of all changes, each gets the lines that are theirs to see (`../reads/visible.ts`). */
export const policies: Policies = {
  "see changes": { may: { person: any } },
  /** A member has no second factor, and takes only their own along. */
  "take changes along": { may: { person: any }, fresh: ofStaff },
};
