import { any, type Policies } from "#shared/access/policy.ts";

/** Of all reads, each gets the lines that are theirs to see (`visible.ts`). */
export const policies: Policies = {
  "see reads": { may: { person: any } },
};
