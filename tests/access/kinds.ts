import { nobody, type Principal, type Role } from "#shared/access/principal.ts";

/** Somebody who may come to a door. */
export type Kind = { name: string; who: Principal };

/** What the links and the member have as their own. */
export type Theirs = { registration: string; company: string; seatLink: string };

const staff: Role[] = ["officer", "fund-manager", "auditor", "admin"];
const hourMs = 60 * 60_000;

/** Everyone who may come to a door, each of them a person of their own. */
export function kindsOf({ registration, company, seatLink }: Theirs, now: number): Kind[] {
  const person = (name: string, roles: Role[], organisation: string, secondFactorAt?: number): Kind => ({
    name,
    who: {
      ...({ kind: "person", person: `some-${name}`, organisation, roles } as const),
      ...(secondFactorAt && { secondFactorAt }),
    },
  });
  return [
    { name: "nobody", who: nobody },
    // Of a session that has ended nobody is left.
    { name: "expired", who: nobody },
    { name: "suspended", who: nobody },
    person("roleless", [], "getijkracht"),
    { name: "link", who: { kind: "draft", draft: registration } },
    { name: "seat-link", who: { kind: "seat", link: seatLink, company } },
    person("member", ["member"], company),
    person("partner", ["partner"], company),
    ...staff.map((role) => person(role, [role], "getijkracht", now)),
    person("unproven", staff, "getijkracht"),
    person("unfresh", staff, "getijkracht", now - hourMs),
    { name: "system", who: { kind: "system", system: "someone-else" } },
  ];
}
