import { services } from "#services/all.ts";
import { inRole } from "#shared/access/principal.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import { identity } from "../identity.contract.ts";
import { storeToken } from "../tokens/tokens.ts";

const { actions } = identity;
const admin = inRole("admin", "first-admin", "office");
const officer = inRole("officer", "leen", "office");
let node: TestNode;

beforeAll(async () => {
  node = await startNode({ services });
  const data = { country: "BE", size: "sme" } as const;
  for (const [id, kind] of [
    ["office", "office"],
    ["zandbank", "company"],
    ["kielzog", "company"],
  ] as const)
    await node.as(admin, actions.admitOrganisation, { id, kind, name: id, ...data });
  await node.settled();
  const own = { name: "Sanne", email: "sanne@zandbank.example", language: "nl" };
  const inZandbank = { organisation: "zandbank", roles: ["member" as const] };
  await node.as(admin, actions.admitPerson, { id: "sanne", ...inZandbank, ...own });
  await node.as(admin, actions.joinOrganisation, { id: "sanne", organisation: "office", roles: ["auditor"] });
  await node.settled();
});
afterAll(() => node.stop());

type More = { organisation?: string; record?: string; token?: string };
const ask = (action: string, more: More = {}, person = "sanne") =>
  node.as(officer, actions.access, { person, action, ...more }) as Promise<any>;

it("K9: says whether somebody may, of which record, by which policy, and who may", async () => {
  expect(await ask("missions.claim", { record: "zandbank" })).toEqual({
    ...{ person: "sanne", name: "Sanne", roles: ["member"] },
    ...{ organisation: "zandbank", organisationName: "zandbank" },
    ...{ action: "missions.claim", record: "zandbank", verdict: "yes" },
    ...{ rule: "sign-up-own-company", scope: "missions.write" },
    grantedBy: [
      { party: "officer", relation: "any", givenBy: ["admin"] },
      { party: "member", relation: "own-company", givenBy: ["officer", "admin"] },
    ],
  });
  expect(await ask("missions.claim", { record: "kielzog" })).toMatchObject({ verdict: "not-found" });
  expect(await ask("missions.claim")).toMatchObject({ verdict: "yes" });
  expect(await ask("partnerships.accept", { record: "any-form" })).toMatchObject({
    ...{ verdict: "not-allowed", rule: "decide-on-registrations" },
    grantedBy: [{ party: "officer", relation: "any", givenBy: ["admin"] }],
  });
});

it("K9: of each organisation that they belong to", async () => {
  const read = "partnerships.registrations";
  expect(await ask(read)).toMatchObject({ organisation: "zandbank", verdict: "not-allowed" });
  expect(await ask(read, { organisation: "office" })).toMatchObject({ roles: ["auditor"], verdict: "yes" });
  expect(await ask(read, { organisation: "kielzog" })).toMatchObject({ refused: "identity.not-a-member" });
});

it("K9: tells of nobody and nothing that there is not", async () => {
  const refusals = [
    ask("missions.claim", {}, "nobody-at-all"),
    ask("missions.fly"),
    ask("missions.claim", { token: "no-such-token" }),
  ];
  expect((await Promise.all(refusals)).map(({ refused }) => refused)).toEqual([
    "identity.unknown-person",
    "identity.unknown-action",
    "identity.no-such-token",
  ]);
});

it("K9: says of whom is suspended that nobody signs in as them", async () => {
  await node.as(admin, actions.suspendPerson, { id: "sanne", reason: "Away for a while" });
  await node.settled();
  expect(await ask("missions.claim")).toMatchObject({ refused: "identity.suspended-now" });
  await node.as(admin, actions.reinstatePerson, { id: "sanne" });
  await node.settled();
  expect(await ask("missions.claim")).toMatchObject({ verdict: "yes" });
});

it("K9: answers what they are answered when they ask themselves", async () => {
  for (const [action, who] of [
    [actions.organisations, inRole("auditor", "sanne", "office")],
    [actions.organisations, inRole("member", "sanne", "zandbank")],
  ] as const) {
    const { verdict } = await ask(action.name, { organisation: (who as any).organisation });
    const reply = (await node.as(who, action, { limit: 1 })) as { refused?: string };
    expect(reply.refused ?? "yes").toBe(verdict);
  }
});

it("K9: says of what is for who leads an organisation that it is not for others of it, as they are answered themselves", async () => {
  const own = { name: "Cas", email: "cas@zandbank.example", language: "nl" };
  const inZandbank = { organisation: "zandbank", roles: ["member" as const] };
  await node.as(admin, actions.admitPerson, { id: "cas", ...inZandbank, ...own });
  await node.settled();
  const invited = {
    email: "new@zandbank.example",
    language: "nl",
    standing: "colleague",
    ...inZandbank,
  } as const;
  const change = { organisation: "zandbank", person: "cas", standing: "lead" } as const;
  const handed = { organisation: "zandbank", person: "sanne" };
  for (const [person, verdict] of [
    ["cas", "not-in-charge"],
    ["sanne", "yes"],
  ] as const) {
    const who = inRole("member", person, "zandbank");
    const replies = [
      ["identity.invite", () => node.as(who, actions.invite, invited)],
      ["identity.changeStanding", () => node.as(who, actions.changeStanding, change)],
      ["identity.handOver", () => node.as(who, actions.handOver, handed)],
    ] as const;
    for (const [action, reply] of replies) {
      expect(await ask(action, { organisation: "zandbank" }, person)).toMatchObject({ action, verdict });
      const { refused = "" } = (await reply()) as { refused?: string };
      const isForOthers = ["identity.leads-only", "identity.owner-only"].includes(refused);
      expect({ action, person, isForOthers }).toEqual({ action, person, isForOthers: verdict !== "yes" });
    }
  }
});

it("K9: of a token says what it is not for, and what none is for", async () => {
  const endsAt = new Date(Date.now() + 60_000);
  const own = { person: "sanne", organisation: "zandbank", roles: ["member" as const], endsAt };
  const made = { name: "To read", scope: ["missions.read" as const], ...own };
  const { token } = await storeToken(node.kernel.mongo, made, new Date());
  const about = { record: "zandbank", token };
  expect(await ask("missions.ownEntry", about)).toMatchObject({ token, verdict: "yes" });
  expect(await ask("missions.claim", about)).toMatchObject({
    ...{ verdict: "outside-scope", scope: "missions.write" },
  });
  expect(await ask("missions.claim", { ...about, record: "kielzog" })).toMatchObject({
    verdict: "not-found",
  });
  expect(await ask("identity.account", { token })).toMatchObject({ verdict: "not-by-token" });
  expect(await ask("partnerships.accept", { token })).toMatchObject({ verdict: "not-allowed" });
});

it("K9: lists what can be asked, once for each policy that somebody may come to", async () => {
  const { rows } = (await node.as(officer, actions.whatOneMay, {})) as { rows: { rule: string }[] };
  expect(rows).toContainEqual({
    ...{ action: "missions.claim", rule: "sign-up-own-company", relation: "own-company" },
  });
  expect(rows).toContainEqual({ action: "missions.planMission", rule: "plan-missions" });
  const rules = rows.map(({ rule }) => rule);
  expect(new Set(rules).size).toBe(rules.length);
  expect(rules.filter((rule) => ["anyone", "say-what-is-held", "open-links"].includes(rule))).toEqual([]);
});
