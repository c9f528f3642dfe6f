import { readFileSync } from "node:fs";
import { contracts } from "#services/contracts.ts";
import { any, type Party, type Policy } from "#shared/access/policy.ts";
import type { Contract } from "#shared/contract/contract.ts";
import { answersOf, expectedAnswers, file, kinds, pageOf } from "./answers.ts";
import { actions } from "./rows.ts";

it("K1: every action answers every kind of caller as tests/access/answers.txt says; `npm run access` writes it", () => {
  expect(pageOf()).toBe(readFileSync(file, "utf8"));
});

it("reads back what it has written", () => {
  const expected = expectedAnswers();
  expect(expected.get("POST /missions/:mission/claims (foreign)")).toEqual({
    ...Object.fromEntries(kinds.map(({ name }) => [name, "no"])),
    ...{ member: "hidden", officer: "yes", unproven: "factor", unfresh: "yes" },
  });
  const words = new Set([...expected.values()].flatMap((answers) => Object.values(answers)));
  expect([...words].sort()).toEqual(["factor", "hidden", "no", "step-up", "yes"]);
});

const all: readonly Contract[] = contracts;
const policies = all.flatMap(({ policies }) => Object.entries(policies ?? {}));
const parties: Party[] = [
  ...(["officer", "fund-manager", "auditor", "admin", "member", "partner"] as const),
  ...(["person", "link", "seat-link", "system", "anyone"] as const),
];
const roles = parties.slice(0, 6);

type Mutant = [name: string, policy: Policy];

/** One change each; none that comes to the same, such as a role beside all who are signed in. */
function mutantsOf({ may, hides, fresh }: Policy): Mutant[] {
  const named = Object.keys(may) as Party[];
  const without = (party: Party) => Object.fromEntries(Object.entries(may).filter(([one]) => one !== party));
  const takesAll = (one: Party) => may[one]?.named === "any";
  const isImplied = (party: Party) =>
    takesAll("anyone") || (takesAll("person") && (roles as Party[]).includes(party));
  const isForPersons = named.some((party) => !["link", "seat-link", "system"].includes(party));
  const rest = { may, ...(hides && { hides }), ...(fresh && { fresh }) };
  return [
    ...named.map((party): Mutant => [`${party} may not`, { ...rest, may: without(party) }]),
    ...named
      .filter((party) => !takesAll(party))
      .map((party): Mutant => [`${party} may with any`, { ...rest, may: { ...may, [party]: any } }]),
    ...parties
      .filter((party) => !may[party] && !isImplied(party))
      .map((party): Mutant => [`${party} may too`, { ...rest, may: { ...may, [party]: any } }]),
    ...(named.includes("anyone")
      ? []
      : [["hides otherwise", { may, ...(fresh && { fresh }), ...(!hides && { hides: true }) }] as Mutant]),
    ...(isForPersons
      ? [["is fresh otherwise", { may, ...(hides && { hides }), ...(!fresh && { fresh: any }) }] as Mutant]
      : []),
  ];
}

describe.each(policies)("K1: whoever changes a line of the table is found out: %s", (sentence, policy) => {
  const asked = actions.filter(({ may }) => may === sentence);
  const before = answersOf(asked);

  it.each(mutantsOf(policy))("%s", (_name, mutant) => {
    expect(answersOf(asked, mutant)).not.toBe(before);
  });
});

it("and one that changes nothing is not", () => {
  for (const [sentence, policy] of policies) {
    const asked = actions.filter(({ may }) => may === sentence);
    expect(answersOf(asked, { ...policy })).toBe(answersOf(asked));
  }
});
