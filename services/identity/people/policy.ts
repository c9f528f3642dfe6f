import { any, type Policies, type Relation } from "#shared/access/policy.ts";
import { isStaff, type Role } from "#shared/access/principal.ts";

const staff: Relation = {
  named: "staff roles",
  field: "roles",
  holds: (_who, roles: Role[] = []) => isStaff(roles),
};

export const policies: Policies = {
  "admit people": { may: { officer: any, admin: any, system: any }, fresh: staff },
  "keep people": { may: { system: any } },
};
