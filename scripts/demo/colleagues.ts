import { identity } from "#services/identity/identity.contract.ts";
import file from "./data/colleagues.json" with { type: "json" };
import { type Desk, person, personId } from "./desk.ts";
import { admin } from "./office.ts";
import type { Entry } from "./timetable.ts";

const { admitPerson, changeStanding, invite } = identity.actions;
const { organisation, colleagues, invited } = file;
const owner = person(file.owner, organisation, "member");
const roles: "member"[] = ["member"];

/** After all contacts have an account; the invitation is still open on day 0. */
const days = { admitted: -240, changed: -239, invited: -2 };

/** A company with more than its contact. */
export function colleagueEntries(desk: Desk): Entry[] {
  const at = { lane: "colleagues", hour: 14 };
  return [
    ...colleagues.map((one) => ({
      ...{ ...at, day: days.admitted, reads: true as const },
      run: () => admit(desk, one),
    })),
    ...colleagues
      .filter(({ standing }) => standing === "lead")
      .map((one) => ({ ...at, day: days.changed, run: () => makeLead(desk, one.id) })),
    { ...at, day: days.invited, run: () => inviteOne(desk) },
  ];
}

async function admit(desk: Desk, { id, givenName, familyName, language, mail }: (typeof colleagues)[number]) {
  const own = { name: `${givenName} ${familyName}`, email: mail, language };
  const input = { id: personId(id), organisation, roles, ...own };
  await desk.send(admin, admitPerson, input, `colleagues/${id}/admitted`);
}

async function makeLead(desk: Desk, id: string) {
  const change = { organisation, person: personId(id), standing: "lead" as const };
  await desk.send(owner, changeStanding, change, `colleagues/${id}/lead`);
}

async function inviteOne(desk: Desk) {
  const { mail: email, language } = invited;
  const asked = { organisation, email, language, roles, standing: "colleague" as const };
  await desk.send(owner, invite, asked, `colleagues/${email}/invited`);
}
