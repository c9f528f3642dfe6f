import { any, ofStaff, type Policies, type Relation } from "#shared/access/policy.ts";
import { isPersonal } from "#shared/contract/words.ts";
import type { ListName } from "./contract.ts";
import { listActions } from "./list-actions.ts";

/** Of what is no list nobody is told anything. */
const isAboutPeople = (name: ListName | undefined): boolean =>
  name !== undefined && isPersonal(listActions[name].output);

const personalList: Relation = {
  named: "personal list",
  field: "list",
  holds: (who, name, at) => isAboutPeople(name) && ofStaff.holds(who, name, at),
};

export const policies: Policies = {
  /** Of each list they get what its own action shows them. A member has no second factor that could be asked. */
  "take lists along": { may: { person: any }, fresh: personalList },
};
