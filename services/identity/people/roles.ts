import type { Static } from "typebox";
import { inRole, isStaff, type Principal, type Role } from "#shared/access/principal.ts";
import type { OrganisationKind } from "../organisations/contract.ts";

type Kind = Static<ReturnType<typeof OrganisationKind>>;

/** Rights over everyone's matters come with working for the office, and nowhere else. */
export const rolesIn: Record<Kind, Role[]> = {
  office: ["officer", "fund-manager", "auditor", "admin"],
  company: ["member"],
  knowledge: ["member"],
  public: ["member"],
  associate: ["member"],
  cluster: ["partner"],
};

export const areThere = (kind: Kind, roles: Role[]): boolean =>
  roles.every((role) => rolesIn[kind].includes(role));

/** Staff lets members and partners in; who becomes staff an administrator decides, and of nobody's own rights they themselves. */
export function mayGrant(who: Principal, roles: Role[], to: string): boolean {
  if (who.kind === "system") return true;
  if (who.kind !== "person" || who.person === to) return false;
  return !isStaff(roles) || who.roles.includes("admin");
}

const granters = ["officer", "admin"] as const;

/** Who can give somebody such a role. */
export const grantersOf = (role: Role): Role[] =>
  granters.filter((granter) => mayGrant(inRole(granter, "one-of-them", "office"), [role], "somebody-else"));
