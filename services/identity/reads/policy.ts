import { any, ofStaff, type Policies } from "#shared/access/policy.ts";

/** Of all reads, each gets the lines that are theirs to see (`visible.ts`). */
export const policies: Policies = {
  "see reads": { may: { person: any } },
  /** A member has no second factor, and takes only their own along. */
  "take reads along": { may: { person: any }, fresh: ofStaff },
};
