import type { Static } from "typebox";
import { isStaff, type Principal, type Role } from "#shared/access/principal.ts";
import type { OrganisationKind } from "../organisations/contract.ts";
import type { Memberships, Standing } from "./memberships.ts";

export type Kind = Static<ReturnType<typeof OrganisationKind>>;

export const isInCharge = (standing: Standing | undefined): boolean =>
  standing === "owner" || standing === "lead";

/** In the office standing follows from the roles: who may grant them leads it. Elsewhere it is given. */
export const standingFor = <S extends Standing>(
  kind: Kind,
  roles: Role[],
  given: S,
): S | "lead" | "colleague" => (kind === "office" ? (roles.includes("admin") ? "lead" : "colleague") : given);

/** Nobody was in charge before the first, who owns it. */
export const standingOfNext = (
  { people }: Memberships,
  kind: Kind,
  roles: Role[],
  given: Standing,
): Standing => standingFor(kind, roles, people.isEmpty() ? "owner" : given);

/** Whether they may invite here and change who belongs here. In the office that is for its admins, whatever else they are. */
export function leads({ people }: Memberships, kind: Kind, by: Principal): boolean {
  if (by.kind !== "person") return by.kind === "system";
  return kind === "office" ? by.roles.includes("admin") : isInCharge(people.get(by.person)?.standing);
}

/** The office lets others in everywhere, as when an organisation has nobody yet. */
export const invites = (state: Memberships, kind: Kind, by: Principal): boolean =>
  leads(state, kind, by) || (kind !== "office" && by.kind === "person" && isStaff(by.roles));

/** Without them nobody would be in charge. */
export const isLastInCharge = ({ people }: Memberships, person: string): boolean =>
  isInCharge(people.get(person)?.standing) &&
  !people.some(({ standing }, other) => other !== person && isInCharge(standing));

export const ownerIn = ({ people }: Memberships): string | undefined =>
  people.findKey(({ standing }) => standing === "owner");
