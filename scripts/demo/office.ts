import { identity } from "#services/identity/identity.contract.ts";
import type { Principal, Role } from "#shared/access/principal.ts";
import officersFile from "./data/officers.json" with { type: "json" };
import personsFile from "./data/persons.json" with { type: "json" };
import { type Desk, founder, home, person, personId } from "./desk.ts";
import type { Entry } from "./timetable.ts";

const { admitOrganisation, admitPerson } = identity.actions;
const { officers } = officersFile;
const { persons } = personsFile;

/** The day the cluster's support was decided. */
export const firstDay = -900;

type Staff = {
  id: string;
  givenName: string;
  familyName: string;
  role: Role;
  language: string;
  mail: string;
};

const staff: Staff[] = [
  ...officers.map((one) => ({ ...one, role: "officer" as const })),
  ...persons.map((one) => ({ ...one, role: one.role as Role })),
];
const firstAdmin = staff.find(({ role }) => role === "admin")!;

/** Admits whoever comes later. */
export const admin: Principal = person(firstAdmin.id, home, "admin");

/** The home organisation and those who work in it. */
export function officeEntries(desk: Desk): Entry[] {
  const office = { id: home, kind: "office", name: "Getijkracht", country: "BE", size: "none" } as const;
  const openOffice = async () => {
    await desk.send(founder, admitOrganisation, { ...office, region: "BE-VWV" }, `office/${home}/admitted`);
  };
  const admit = async (by: Principal, one: Staff) => {
    const { id, givenName, familyName, role, language, mail } = one;
    const own = { name: `${givenName} ${familyName}`, email: mail, language };
    const input = { id: personId(id), organisation: home, roles: [role], ...own };
    await desk.send(by, admitPerson, input, `persons/${id}/admitted`);
  };
  const others = staff.filter((one) => one !== firstAdmin);
  const at = { day: firstDay, lane: "office" };
  return [
    { ...at, hour: 8, run: openOffice },
    { ...at, hour: 9, reads: true, run: () => admit(founder, firstAdmin) },
    ...others.map((one) => ({ ...at, hour: 10, reads: true as const, run: () => admit(admin, one) })),
  ];
}
