import { any, type Policies, type Relation } from "#shared/access/policy.ts";
import { isStaff } from "#shared/access/principal.ts";

/** A member has no second factor, and takes only their own along. */
const ofStaff: Relation = {
  named: "staff",
  holds: (who) => who.kind === "person" && isStaff(who.roles),
};

/** Of all reads, each gets the lines that are theirs to see (`visible.ts`). */
export const policies: Policies = {
  "see reads": { may: { person: any } },
  "take reads along": { may: { person: any }, fresh: ofStaff },
};
