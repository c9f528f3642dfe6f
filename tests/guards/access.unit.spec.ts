import { readFileSync } from "node:fs";
import { join } from "node:path";
import { contracts } from "#services/contracts.ts";
import { scopes } from "#services/identity/tokens/contract.ts";
import { common, type Policies } from "#shared/access/policy.ts";
import { type Action, contract as asContract, type Contract, query } from "#shared/contract/contract.ts";
import { closed, empty, Id, list } from "#shared/contract/schemas.ts";
import { accessPage, fieldsIn } from "../access/page.ts";
import { root } from "./sources.ts";

const all: readonly Contract[] = contracts;

it("K1: no policy goes without an action", () => {
  expect(unused(all)).toEqual([]);
});

it("K1: a sentence is one policy's", () => {
  const sentences = all.flatMap(({ policies }) => Object.keys(policies ?? {}));
  expect(new Set([...sentences, ...Object.keys(common)]).size).toBe(
    sentences.length + Object.keys(common).length,
  );
});

it("K1: docs/access.md says who may what; `npm run access` brings it up to date", () => {
  expect(readFileSync(join(root, "docs", "access.md"), "utf8")).toBe(accessPage());
});

it("K1: a token can be for what some route needs of it, and for nothing else", () => {
  const routed = all
    .flatMap(({ actions }) => Object.values(actions) as Action[])
    .filter(({ route, policy }) => route && !policy.may.anyone && !policy.inPerson);
  expect([...scopes].sort()).toEqual([...new Set(routed.map(({ scope }) => scope))].sort());
});

it("names the fields of an answer, and those inside them", () => {
  const leg = closed({ city: Id(), country: Id() });
  expect(fieldsIn(closed({ id: Id(), legs: list(leg), one: leg }))).toBe(
    "id, legs (city, country), one (city, country)",
  );
});

const unused = (of: readonly Contract[]) =>
  of.flatMap(({ policies, actions }) => {
    const asked = (Object.values(actions) as Action[]).map(({ may }) => may);
    return Object.keys(policies ?? {}).filter((sentence) => !asked.includes(sentence));
  });

describe("what would break it", () => {
  const ask = () => query({ may: "go", input: empty, output: empty });
  const go: Policies = { go: { may: {} } };

  it("K1: no contract takes an action whose policy it does not have", () => {
    const policies = { stay: go.go! };
    expect(() => asContract({ name: "x", policies, actions: { ask: ask() }, events: {} })).toThrow(
      'x.ask names the policy "go", which its contract does not have.',
    );
    expect(() => asContract({ name: "x", policies: go, actions: { ask: ask() }, events: {} })).not.toThrow();
  });

  it("K1: an action that stands in no contract is nobody's", () => {
    expect(ask().policy).toEqual({ may: {} });
  });

  it("a policy that nobody asks", () => {
    const policies = { ...go, stay: go.go! };
    expect(unused([asContract({ name: "x", policies, actions: { ask: ask() }, events: {} })])).toEqual([
      "stay",
    ]);
  });
});
