import { any, type Policies } from "#shared/access/policy.ts";

/** Of all changes, each gets the lines that are theirs to see (`../reads/visible.ts`). */
export const policies: Policies = {
  "see changes": { may: { person: any } },
};
