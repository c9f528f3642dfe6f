import type { Principal, Role } from "#shared/access/principal.ts";
import { mayKnow } from "./visible.ts";

const person = (...roles: Role[]): Principal => ({
  ...{ kind: "person", person: "sanne", organisation: "x", roles, secondFactorAt: 1 },
});
const read = {
  person: "leen",
  organisation: "office",
  action: "partnerships.registration",
  record: "registrations/a-case",
};
const reads = {
  "of a case": read,
  "of a person": { ...read, action: "identity.personalData", record: "people/bo" },
  "of a list": { person: "leen", organisation: "office", action: "mail.letters" },
  "by themselves": { ...read, action: "mail.letters", person: "sanne" },
  "of an organisation that is called as they are": {
    ...read,
    ...{ action: "identity.peopleOf", record: "organisations/sanne" },
  },
  "of themselves": { ...read, action: "identity.personalData", record: "people/sanne" },
};
const own = ["by themselves", "of themselves"];

it.each<[string, Principal, string[]]>([
  ["an auditor", person("auditor"), Object.keys(reads)],
  ["an officer", person("officer"), ["of a case", ...own]],
  ["an admin", person("admin"), ["of a person", "of an organisation that is called as they are", ...own]],
  ["a member", person("member"), own],
  ["someone without a role", person(), own],
  [
    "an auditor without a second factor",
    { kind: "person", person: "sanne", organisation: "x", roles: ["auditor"] },
    own,
  ],
  ["whoever holds a link", { kind: "link", registration: "a-case" }, []],
  ["nobody", { kind: "nobody" }, []],
])("I4: %s sees the reads that are theirs to see", (_who, who, expected) => {
  const seen = Object.entries(reads).filter(([, one]) => mayKnow(who, one));
  expect(seen.map(([name]) => name).sort()).toEqual([...expected].sort());
});
