import { identity } from "#services/identity/identity.contract.ts";
import type { Principal } from "#shared/access/principal.ts";
import membersFile from "./data/members.json" with { type: "json" };
import { type Desk, person, personId } from "./desk.ts";
import { admin } from "./office.ts";
import type { Entry } from "./timetable.ts";

const { admitOrganisation, admitPerson, joinOrganisation } = identity.actions;

type Member = (typeof membersFile.members)[number];

/** The companies with a story first, where several joined on one day: the sign-in page lists who came first. */
const members = membersFile.members.toSorted((a, b) => a.joined - b.joined || rank(a) - rank(b));

function rank(member: Member): number {
  return member.trait ? 0 : 1;
}

/** The companies with a story try the portal as they join; the last of them joined on day -260. All others follow. */
const accountsForAll = -250;

const accountDay = (member: Member) =>
  member.trait ? member.joined : Math.max(member.joined, accountsForAll);

const kinds: Record<string, "company" | "knowledge" | "public" | "associate"> = {
  company: "company",
  university: "knowledge",
  college: "knowledge",
  "research-centre": "knowledge",
  "public-body": "public",
  associate: "associate",
};

/** Side by side, so that those who get their account on one day share commits; not all at once on a slow machine. */
const contactLanes = 8;

/** Members of the cluster, each with its contact person. */
export const memberEntries = (desk: Desk): Entry[] =>
  members.flatMap((member): Entry[] => {
    // Of one person after each other, also where they speak for two companies.
    const first = members.findIndex(({ id }) => id === firstBy.get(member.contact.mail));
    const lane = `contacts ${first % contactLanes}`;
    return [
      { day: member.joined, hour: 11, lane: "members", run: () => join(desk, member) },
      { day: accountDay(member), hour: 12, lane, reads: true, run: () => admitContact(desk, member) },
    ];
  });

async function join(desk: Desk, { id, kind, name, province, size }: Member): Promise<void> {
  const organisation = {
    id,
    kind: kinds[kind]!,
    name,
    country: "BE",
    region: province,
    size: sizeWord(size),
  };
  await desk.send(admin, admitOrganisation, organisation, `members/${id}/joined`);
}

function sizeWord(size: string | undefined): "sme" | "large" | "none" {
  if (!size) return "none";
  return size === "large" ? "large" : "sme";
}

/** Who speaks for two companies came with the first of them. */
const firstBy = new Map(
  members
    .toReversed()
    .toSorted((a, b) => accountDay(b) - accountDay(a))
    .map(({ id, contact }): [mail: string, first: string] => [contact.mail, id]),
);
const contactOf = ({ contact }: Member) => `contact-${firstBy.get(contact.mail)}`;

async function admitContact(desk: Desk, member: Member): Promise<void> {
  const { id, contact } = member;
  const { givenName, familyName, mail } = contact;
  const key = `members/${id}/contact`;
  const [own, inRole] = [personId(contactOf(member)), { organisation: id, roles: ["member" as const] }];
  if (firstBy.get(mail) !== id)
    return desk.send(admin, joinOrganisation, { id: own, ...inRole }, key).then(() => {});
  const described = { name: `${givenName} ${familyName}`, email: mail, language: "nl" };
  await desk.send(admin, admitPerson, { id: own, ...inRole, ...described }, key);
}

const byId = new Map(members.map((member) => [member.id, member]));

/** Who acts for a member on that day; none while it has no account yet. */
export function memberOn(day: number, id: string): Principal | undefined {
  const member = byId.get(id)!;
  return accountDay(member) <= day ? person(contactOf(member), id, "member") : undefined;
}
