import { any, ofStaff, type Policies } from "#shared/access/policy.ts";

/** Of all reads, each gets the lines that are theirs to see (`visible.ts`). A member takes only their own along. */
export const policies: Policies = {
  "see reads": { may: { person: any } },
  "take reads along": { may: { person: any }, fresh: ofStaff },
};
