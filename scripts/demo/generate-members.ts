/**
 * Writes data/members.json: the 12 companies of data/named-members.json and invented ones from
 * data/member-names.json, in the proportions of a real cluster. Run: node scripts/demo/generate-members.ts
 */
import { writeFile } from "node:fs/promises";
import words from "./data/member-names.json" with { type: "json" };
import named from "./data/named-members.json" with { type: "json" };
import { syntheticEnterpriseNumber } from "./enterprise-number.ts";
import { seeded } from "./seeded.ts";

const seed = 900_560;

// Over the 118 companies: 34, 31, 22, 8, 4 and 1 per cent.
const companiesByProvince = {
  "BE-VWV": 40,
  "BE-VAN": 37,
  "BE-VOV": 26,
  "BE-VBR": 9,
  "BE-VLI": 5,
  "BE-BRU": 1,
};
// 92 small and medium-sized companies and 26 large ones.
const companiesBySize = { micro: 28, small: 39, medium: 25, large: 26 };
const staffBySize = { micro: [2, 9], small: [10, 49], medium: [50, 249], large: [260, 1400] } as const;

const companyRoles = ["managing-director", "export-manager", "business-developer", "project-manager"];

type Chance = ReturnType<typeof seeded>;
type Harbour = keyof typeof words.harbours;
type Size = keyof typeof companiesBySize;
type Contact = { givenName: string; familyName: string; role: string; mail: string };
export type DemoMember = {
  id: string;
  name: string;
  kind: "company" | "university" | "college" | "research-centre" | "public-body" | "associate";
  legalForm?: string;
  postcode: string;
  place: string;
  /** ISO 3166-2 */
  province: string;
  /** NACE Rev. 2.1 division */
  nace: string;
  size?: Size;
  staff?: number;
  enterpriseNumber: string;
  synthetic: true;
  /** Days from day 0 of the demo set. */
  joined: number;
  contact: Contact & { alsoAt?: string };
  trait?: string;
};
type Unnumbered = Omit<DemoMember, "enterpriseNumber" | "synthetic">;

export function generateMembers(): DemoMember[] {
  const chance = seeded(seed);
  const people = new Set<string>();
  const drawn = [
    ...namedCompanies(people),
    ...inventedCompanies(chance, people),
    ...institutions(chance, people),
  ];
  shareContact(drawn, "vuurtoren-analytics", "62");
  return drawn
    .map((member, index) => ({
      ...member,
      enterpriseNumber: syntheticEnterpriseNumber(index),
      synthetic: true as const,
    }))
    .sort((a, b) => a.joined - b.joined || a.id.localeCompare(b.id, "en"));
}

function namedCompanies(people: Set<string>): Unnumbered[] {
  return named.members.map((member) => {
    people.add(`${member.contact.givenName} ${member.contact.familyName}`);
    return {
      ...member,
      kind: "company" as const,
      nace: divisionOf(member.nace),
      size: member.size as Size,
      contact: { ...member.contact, mail: mailOf(member.contact, member.id) },
    };
  });
}

function inventedCompanies(chance: Chance, people: Set<string>): Unnumbered[] {
  const companies = Object.entries(words.companies).flatMap(([nace, list]) =>
    list.map((name) => ({ name, nace, atHarbour: /^(20|50|52|42\.91)/.test(nace) })),
  );
  const provinces = assign(
    chance.shuffle(
      left(
        companiesByProvince,
        named.members.map((member) => member.province),
      ),
    ),
    companies,
    (company, province) => !company.atHarbour || province in words.harbours,
  );
  const sizes = assign(
    chance.shuffle(
      left(
        companiesBySize,
        named.members.map((member) => member.size),
      ),
    ),
    companies,
    // Offices and laboratories of over 250 people would not look real.
    (company, size) => size !== "large" || !/^(6|7)/.test(company.nace),
  );
  return companies.map((company) => {
    const size = sizes.get(company)!;
    const province = provinces.get(company)!;
    const [low, high] = staffBySize[size];
    const legalForm = legalFormOf(chance, company.name, size);
    const places = company.atHarbour ? words.harbours[province as Harbour] : words.places[province];
    const [postcode, place] = chance.pick(places) as [string, string];
    return {
      ...common(chance, people, { name: company.name, province, postcode, place }, companyRoles),
      name: `${company.name} ${legalForm}`,
      kind: "company" as const,
      legalForm,
      nace: divisionOf(company.nace),
      size,
      staff: chance.between(low, high),
    };
  });
}

/** Deals the pool out; those whom not everything fits come first, so that the rest is never stuck. */
function assign<Item, Value>(pool: Value[], items: Item[], fits: (item: Item, value: Value) => boolean) {
  const dealt = new Map<Item, Value>();
  const choosy = items.filter((item) => !pool.every((value) => fits(item, value)));
  for (const item of new Set([...choosy, ...items])) {
    const [value] = pool.splice(
      pool.findIndex((candidate) => fits(item, candidate)),
      1,
    );
    dealt.set(item, value!);
  }
  return dealt;
}

/** The class is for whoever reads or changes the names; the code list goes down to divisions. */
function divisionOf(naceClass: string): string {
  return naceClass.slice(0, 2);
}

/** The quota of each key less what is used already, as one flat list. */
function left<Key extends string>(quota: Record<Key, number>, used: string[]): Key[] {
  return (Object.entries(quota) as [Key, number][]).flatMap(([key, count]) =>
    Array<Key>(count - used.filter((other) => other === key).length).fill(key),
  );
}

function legalFormOf(chance: Chance, name: string, size: Size): string {
  if (name.includes("Coöperatie")) return "CV";
  if (size === "large") return "NV";
  return chance.between(1, 10) <= (size === "medium" ? 5 : 2) ? "NV" : "BV";
}

function institutions(chance: Chance, people: Set<string>): Unnumbered[] {
  const { knowledge } = words;
  const associates = words.associates.map((name) => {
    const province = chance.pick(["BE-VWV", "BE-VAN", "BE-VOV"] as const);
    const [postcode, place] = chance.pick(words.places[province]) as [string, string];
    return { name, province, postcode, place };
  });
  const groups = [
    { kind: "university", list: knowledge.university, nace: "85", role: "research-coordinator" },
    { kind: "college", list: knowledge.college, nace: "85", role: "research-coordinator" },
    {
      kind: "research-centre",
      list: knowledge["research-centre"],
      nace: "72",
      role: "research-coordinator",
    },
    { kind: "public-body", list: words.public, nace: "84", role: "policy-officer" },
    { kind: "associate", list: associates, nace: "94", role: "coordinator" },
  ] as const;
  return groups.flatMap(({ kind, list, nace, role }) =>
    list.map((seat) => ({ ...common(chance, people, seat, [role]), kind, nace })),
  );
}

function common(
  chance: Chance,
  people: Set<string>,
  seat: { name: string; province: string; postcode: string; place: string },
  roles: readonly string[],
) {
  const id = slug(seat.name);
  const person = newPerson(chance, people);
  const contact = { ...person, role: chance.pick(roles), mail: mailOf(person, id) };
  // Half of the members were there from the start; the others joined over the two years after it.
  const joined = chance.between(1, 2) === 1 ? chance.between(-900, -800) : chance.between(-799, -25);
  return { id, ...seat, joined, contact };
}

function newPerson(chance: Chance, people: Set<string>) {
  for (;;) {
    const givenName = chance.pick(chance.between(0, 1) === 0 ? words.given.f : words.given.m);
    const familyName = chance.pick(words.family);
    const fullName = `${givenName} ${familyName}`;
    if (people.has(fullName)) continue;
    people.add(fullName);
    return { givenName, familyName };
  }
}

function mailOf(person: { givenName: string; familyName: string }, domain: string): string {
  return `${slug(person.givenName)}.${slug(person.familyName).replaceAll("-", "")}@${domain}.example`;
}

function slug(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** One person who speaks for two companies: the first company of that activity gets the other's contact. */
function shareContact(members: Unnumbered[], from: string, nace: string): void {
  const first = members.find((member) => member.id === from)!;
  const second = members.find((member) => member.nace === nace && member.id !== from)!;
  second.contact = { ...first.contact, alsoAt: first.id };
  first.contact = { ...first.contact, alsoAt: second.id };
}

export function membersFile(): string {
  const about =
    "Members of Getijkracht. Written by generate-members.ts; all names, persons and numbers are invented. joined: days from day 0.";
  return `${JSON.stringify({ about, seed, members: generateMembers().map(inReadingOrder) }, null, 2)}\n`;
}

function inReadingOrder(member: DemoMember): DemoMember {
  const { id, name, kind, contact, trait, ...facts } = member;
  return { id, name, kind, ...facts, contact, ...(trait ? { trait } : {}) };
}

if (import.meta.main) {
  await writeFile(new URL("./data/members.json", import.meta.url), membersFile());
}
