import { inRole, nobody, type Principal, type Role } from "#shared/access/principal.ts";

/** Everyone who may come to a door, against what there is. Without `at` they have given no second factor. */
export type Kind = { name: string; who: Principal };

/** What the link and the member have as their own. */
export type Theirs = { registration: string; company: string };

const person = (roles: Role[], secondFactorAt?: number): Principal => ({
  kind: "person",
  person: "some-person",
  organisation: "getijkracht",
  roles,
  ...(secondFactorAt && { secondFactorAt }),
});

const staff: Role[] = ["officer", "fund-manager", "auditor", "admin"];
const hourMs = 60 * 60_000;

export const kindsOf = ({ registration, company }: Theirs, now: number): Kind[] => [
  { name: "nobody", who: nobody },
  // Of a session that has ended nobody is left.
  { name: "expired", who: nobody },
  { name: "roleless", who: person([]) },
  { name: "link", who: { kind: "draft", draft: registration } },
  { name: "member", who: { ...person(["member"]), organisation: company } as Principal },
  { name: "partner", who: { ...person(["partner"]), organisation: company } as Principal },
  ...staff.map((role) => ({ name: role, who: inRole(role, "some-person", "getijkracht", now) })),
  // All that staff may, but for their second factor: never given, or an hour ago.
  { name: "unproven", who: person(staff) },
  { name: "unfresh", who: person(staff, now - hourMs) },
  { name: "system", who: { kind: "system", system: "someone-else" } },
];
