import { scopes, type TokenScope } from "#services/identity/tokens/contract.ts";
import { nobody, type Principal, type Role } from "#shared/access/principal.ts";

/** Somebody who may come to a door. */
export type Kind = { name: string; who: Principal };

/** What the links and the member have as their own. */
export type Theirs = {
  registration: string;
  company: string;
  seatLink: string;
  delegate: string;
  sectionLink: string;
};

const staff: Role[] = ["officer", "fund-manager", "auditor", "admin"];
const hourMs = 60 * 60_000;

const toRead = scopes.filter((scope) => scope.endsWith(".read"));

/** Everyone who may come to a door, each of them a person of their own. */
export function kindsOf(
  { registration, company, seatLink, delegate, sectionLink }: Theirs,
  now: number,
): Kind[] {
  const person = (name: string, roles: Role[], organisation: string, secondFactorAt?: number): Kind => ({
    name,
    who: {
      ...({ kind: "person", person: `some-${name}`, organisation, roles } as const),
      ...(secondFactorAt && { secondFactorAt }),
    },
  });
  const byToken = (name: string, roles: Role[], organisation: string, scope: TokenScope[]): Kind => {
    const { who } = person(name, roles, organisation);
    return { name, who: { ...who, token: { id: `token-of-${name}`, scope } } as Principal };
  };
  return [
    { name: "nobody", who: nobody },
    // Of a session that has ended nobody is left.
    { name: "expired", who: nobody },
    { name: "suspended", who: nobody },
    person("roleless", [], "getijkracht"),
    { name: "link", who: { kind: "link", registration: registration } },
    { name: "seat-link", who: { kind: "seat-link", link: seatLink, company } },
    { name: "delegate-link", who: { kind: "delegate-link", delegate, company } },
    { name: "section-link", who: { kind: "section-link", link: sectionLink, registration } },
    person("member", ["member"], company),
    person("partner", ["partner"], company),
    ...staff.map((role) => person(role, [role], "getijkracht", now)),
    person("unproven", staff, "getijkracht"),
    person("unfresh", staff, "getijkracht", now - hourMs),
    byToken("token", staff, "getijkracht", scopes),
    byToken("scopeless", staff, "getijkracht", []),
    byToken("reader", ["member"], company, toRead),
    // Nor is anybody by a token that has ended.
    { name: "ended-token", who: nobody },
    { name: "system", who: { kind: "system", system: "someone-else" } },
  ];
}
