import { globSync } from "node:fs";
import { contracts } from "#services/contracts.ts";
import { anyone, type Policies } from "#shared/access/policy.ts";
import type { Principal, Role } from "#shared/access/principal.ts";
import type { Action, Contract } from "#shared/contract/contract.ts";
import { setKernel } from "#shared/kernel.ts";
import { root } from "./sources.ts";

const person = (role: Role, organisation = "getijkracht"): Principal => ({
  kind: "person",
  person: `a-${role}`,
  organisation,
  roles: [role],
});

/** Everyone who may come to the door. `own`: of the company or registration that the input is about. */
const principals: Record<string, Principal> = {
  nobody: { kind: "nobody" },
  system: { kind: "system", system: "missions.keep-seats-in-step" },
  "own link": { kind: "draft", draft: "own-registration" },
  "other link": { kind: "draft", draft: "other-registration" },
  "own member": person("member", "own-company"),
  "other member": person("member", "other-company"),
  partner: person("partner", "own-company"),
  officer: person("officer"),
  auditor: person("auditor"),
  "fund-manager": person("fund-manager"),
  admin: person("admin"),
};
type Who = string;

const about = { id: "own-registration", company: "own-company", mission: "ceara" };

/** The whole of who may do what: those who may, and those to whom it is as if it were not there. All others may not. */
const table: Record<string, { yes: Who[]; hidden?: Who[] }> = {
  anyone: { yes: Object.keys(principals) },
  "try the demo": { yes: Object.keys(principals) },
  "admit organisations": { yes: ["officer", "admin", "system"] },
  "admit partners": { yes: ["system"] },
  "read organisations": { yes: ["officer", "admin", "auditor", "fund-manager"] },
  "ask for names": { yes: ["system"] },
  "admit people": { yes: ["officer", "admin", "system"] },
  "ask for an erasure": { yes: ["admin"] },
  "erase people": { yes: ["officer", "admin", "system"] },
  "ask whose session it is": { yes: ["system"] },
  "be someone": {
    yes: ["own member", "other member", "partner", "officer", "auditor", "fund-manager", "admin"],
  },
  "write to people": { yes: ["system"] },
  "post mail": { yes: ["system"] },
  "read the outbox": { yes: ["officer", "admin"] },
  "plan missions": { yes: ["officer"] },
  "read mission timelines": { yes: ["officer", "auditor"] },
  "sign up own company": { yes: ["officer", "own member"], hidden: ["other member"] },
  "keep seats in step with the plan": { yes: ["system"] },
  "read entries": { yes: ["officer", "auditor"] },
  "write own registration": {
    yes: ["own link"],
    hidden: Object.keys(principals).filter((who) => who !== "own link"),
  },
  "decide on registrations": { yes: ["officer"] },
  "read registrations": { yes: ["officer", "auditor"] },
  "read own or any registration": {
    yes: ["own link", "officer", "auditor"],
    hidden: Object.keys(principals).filter((who) => !["own link", "officer", "auditor"].includes(who)),
  },
  "erase own or any registration": {
    yes: ["own link", "officer"],
    hidden: Object.keys(principals).filter((who) => !["own link", "officer"].includes(who)),
  },
  "keep the calendar": { yes: ["system"] },
  "write to clusters": { yes: ["system"] },
  "open links": { yes: ["system"] },
};

const all: readonly Contract[] = contracts;
const byService = await policiesByService();

async function policiesByService(): Promise<Record<string, Policies>> {
  const found: Record<string, Policies> = {};
  for (const path of globSync("services/*/**/policy.ts", { cwd: root })) {
    const { policies } = (await import(`${root}${path}`)) as { policies: Policies };
    const service = path.split(/[\\/]/)[1]!;
    found[service] = { ...found[service], ...policies };
  }
  return found;
}

const context = (demo: boolean) => {
  const broker = {} as never;
  setKernel(broker, { config: { demo } } as never);
  return { broker } as never;
};

const policies: Policies = Object.assign({}, anyone, ...Object.values(byService));
const named = Object.entries(policies);

it("K1: no action goes without a policy that its service has", () => {
  expect(unanswered(all, byService)).toEqual([]);
});

it("K1: no policy goes without an action", () => {
  expect(unused(all, byService)).toEqual([]);
});

it("K1: every policy stands in the table, and the table holds no other", () => {
  expect(Object.keys(policies).sort()).toEqual(Object.keys(table).sort());
});

describe.each(named)("who may: %s", (name, policy) => {
  it.each(Object.entries(principals))("%s", async (who, principal) => {
    const row = table[name] ?? { yes: [] };
    const expected = row.yes.includes(who) ? "yes" : row.hidden?.includes(who) ? "hidden" : "no";
    expect(await policy(principal, about, context(true))).toBe(expected);
  });
});

it("the demo's door is not there where there is no demo", async () => {
  const verdict = await policies["try the demo"]!({ kind: "nobody" }, about, context(false));
  expect(verdict).toBe("hidden");
});

it("a person without any role may no more than someone who is not signed in", async () => {
  const plain: Principal = { kind: "person", person: "a", organisation: "own-company", roles: [] };
  // To change on whose behalf one acts takes no role; what is found there does.
  for (const [name, policy] of named.filter(([name]) => name !== "be someone")) {
    const verdict = await policy(plain, about, context(true));
    expect({ name, verdict }).toEqual({
      name,
      verdict: await policy({ kind: "nobody" }, about, context(true)),
    });
  }
});

const unanswered = (of: readonly Contract[], policiesOf: Record<string, Policies>) =>
  of.flatMap(({ name, actions }) =>
    (Object.values(actions) as Action[])
      .filter(({ may }) => !Object.hasOwn({ ...anyone, ...policiesOf[name] }, may))
      .map((action) => `${action.name} names "${action.may}"`),
  );

const unused = (of: readonly Contract[], policiesOf: Record<string, Policies>) =>
  Object.entries(policiesOf).flatMap(([service, own]) => {
    const asked = Object.values(of.find(({ name }) => name === service)?.actions ?? {}).map(({ may }) => may);
    return Object.keys(own).filter((name) => !asked.includes(name));
  });

describe("what would break it", () => {
  const contract = {
    name: "x",
    actions: { go: { name: "x.go", may: "go" } },
    events: {},
  } as unknown as Contract;

  it("an action whose policy is not there, or is another service's", () => {
    expect(unanswered([contract], {})).toEqual(['x.go names "go"']);
    expect(unanswered([contract], { y: { go: () => "yes" } })).toHaveLength(1);
    expect(unanswered([contract], { x: { go: () => "yes" } })).toEqual([]);
  });

  it("a policy that nobody asks", () => {
    expect(unused([contract], { x: { go: () => "yes", stay: () => "no" } })).toEqual(["stay"]);
  });
});
