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
    ...{ nobody: "sign-in", expired: "sign-in", suspended: "sign-in", "ended-token": "sign-in" },
    ...{ member: "hidden", officer: "yes", unproven: "factor", unfresh: "yes" },
    ...{ token: "yes", scopeless: "scope", reader: "hidden" },
  });
  const words = new Set([...expected.values()].flatMap((answers) => Object.values(answers)));
  expect([...words].sort()).toEqual([
    ...["factor", "hidden", "in-person", "no", "scope", "sign-in", "step-up"],
    "yes",
  ]);
});

const all: readonly Contract[] = contracts;
const policies = all.flatMap(({ policies }) => Object.entries(policies ?? {}));
const parties: Party[] = [
  ...(["officer", "fund-manager", "auditor", "admin", "member", "partner"] as const),
  ...(["person", "link", "seat-link", "delegate-link", "section-link", "system", "anyone"] as const),
];
const roles = parties.slice(0, 6);

type Mutant = [name: string, policy: Policy];

/** One change each; none that comes to the same, such as a role beside all who are signed in. */
function mutantsOf({ may, hides, fresh, inPerson }: Policy): Mutant[] {
  const named = Object.keys(may) as Party[];
  const butFor = (party: Party) => Object.fromEntries(Object.entries(may).filter(([one]) => one !== party));
  const takesAll = (one: Party) => may[one]?.named === "any";
  const isImplied = (party: Party) =>
    takesAll("anyone") || (takesAll("person") && (roles as Party[]).includes(party));
  const isForPersons = named.some(
    (party) => !["link", "seat-link", "delegate-link", "section-link", "system"].includes(party),
  );
  const rest = {
    may,
    ...(hides && { hides }),
    ...(fresh && { fresh }),
    ...(inPerson && { inPerson }),
  };
  const without = (field: "hides" | "fresh" | "inPerson"): Policy => {
    const { [field]: _left, ...others } = rest as Policy;
    return others as Policy;
  };
  return [
    ...named.map((party): Mutant => [`${party} may not`, { ...rest, may: butFor(party) }]),
    ...named
      .filter((party) => !takesAll(party))
      .map((party): Mutant => [`${party} may with any`, { ...rest, may: { ...may, [party]: any } }]),
    ...parties
      .filter((party) => !may[party] && !isImplied(party))
      .map((party): Mutant => [`${party} may too`, { ...rest, may: { ...may, [party]: any } }]),
    ...(named.includes("anyone")
      ? []
      : [["hides otherwise", { ...without("hides"), ...(!hides && { hides: true as const }) }] as Mutant]),
    ...(isForPersons
      ? [["is fresh otherwise", { ...without("fresh"), ...(!fresh && { fresh: any }) }] as Mutant]
      : []),
    // What is everyone's a token may, and nothing for which something fresh is asked.
    ...(isForPersons && !named.includes("anyone") && fresh?.named !== "any"
      ? [
          [
            "is in person otherwise",
            { ...without("inPerson"), ...(!inPerson && { inPerson: true }) },
          ] as Mutant,
        ]
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
