import { manualClock } from "../clock/clock.ts";
import { any, own, type Policy, partiesOf, ruleOf, verdictOf } from "./policy.ts";
import { inRole, nobody, type Principal, type Scope } from "./principal.ts";

const clock = manualClock(new Date("2026-11-23T09:00:00Z"));
const now = clock.now().getTime();
const minute = 60_000;
const ask = (policy: Policy, who: Principal, input: object = {}, scope: Scope = "missions.write") =>
  verdictOf({ policy, scope }, who, input, { clock, config: {} as never });

const ownCompany = own("own company", "company", (who) =>
  who.kind === "person" ? who.organisation : undefined,
);
const member = inRole("member", "sanne", "zandbank", now);
const officer = inRole("officer", "leen", "getijkracht", now);

it("K1: nobody may what no line allows", () => {
  for (const who of [member, officer]) expect(ask({ may: {} }, who)).toBe("not-allowed");
  expect(ask({ may: {} }, nobody)).toBe("unauthenticated");
});

it("K1: what is another's is not there for who may only with their own", () => {
  const policy: Policy = { may: { member: ownCompany } };
  expect(ask(policy, member, { company: "zandbank" })).toBe("yes");
  expect(ask(policy, member, { company: "kielzog" })).toBe("not-found");
  expect(ask(policy, member)).toBe("not-found");
  expect(ask(policy, nobody, { company: "zandbank" })).toBe("unauthenticated");
  expect(ask(policy, officer, { company: "zandbank" })).toBe("not-allowed");
  expect(ask({ ...policy, hides: true }, nobody, { company: "zandbank" })).toBe("not-found");
});

it("K1: one line is enough, whichever comes first", () => {
  const both: Principal = { ...member, roles: ["member", "officer"] } as Principal;
  for (const may of [
    { member: ownCompany, officer: any },
    { officer: any, member: ownCompany },
  ])
    expect(ask({ may }, both, { company: "kielzog" })).toBe("yes");
});

it("K1: without a second factor staff may what they may as anybody else, and are told what they lack", () => {
  const { secondFactorAt: _none, ...unproven } = { ...officer, roles: ["officer", "member"] } as any;
  expect(ask({ may: { officer: any } }, unproven)).toBe("second-factor-needed");
  expect(ask({ may: { officer: any }, hides: true }, unproven)).toBe("second-factor-needed");
  expect(ask({ may: { auditor: any } }, unproven)).toBe("not-allowed");
  expect(ask({ may: { officer: any, member: any } }, unproven)).toBe("yes");
});

it("K1: a second factor is fresh for ten minutes", () => {
  const policy: Policy = { may: { officer: any, system: any }, fresh: any };
  const given = (ago: number) => inRole("officer", "leen", "getijkracht", now - ago);
  expect(ask(policy, given(10 * minute - 1))).toBe("yes");
  expect(ask(policy, given(10 * minute))).toBe("step-up-required");
  expect(ask(policy, { kind: "system", system: "alarm" })).toBe("yes");
});

describe("K1: a token", () => {
  const byToken = (who: Principal, ...scope: Scope[]): Principal => {
    const { secondFactorAt: _none, ...owner } = who as Extract<Principal, { kind: "person" }>;
    return { ...owner, token: { id: "a-token", scope } };
  };
  const officers: Policy = { may: { officer: any } };

  it("may what its owner may, of what it is for; who may change may read", () => {
    expect(ask(officers, byToken(officer, "missions.write"))).toBe("yes");
    expect(ask(officers, byToken(officer, "missions.write"), {}, "missions.read")).toBe("yes");
    expect(ask(officers, byToken(officer, "missions.read"), {}, "missions.read")).toBe("yes");
    expect(ask(officers, byToken(officer, "missions.read"))).toBe("outside-scope");
    expect(ask(officers, byToken(officer, "partnerships.write"))).toBe("outside-scope");
    expect(ask(officers, byToken(officer))).toBe("outside-scope");
  });

  it("may no more than its owner, and is told so as they are", () => {
    const company: Policy = { may: { member: ownCompany } };
    const token = byToken(member, "missions.write");
    expect(ask(officers, token)).toBe("not-allowed");
    expect(ask(company, token, { company: "zandbank" })).toBe("yes");
    expect(ask(company, token, { company: "kielzog" })).toBe("not-found");
    expect(ask(company, byToken(member), { company: "kielzog" })).toBe("not-found");
  });

  it("does nothing that asks for its owner, or for a second factor of just now", () => {
    const token = byToken(officer, "missions.write");
    expect(ask({ ...officers, inPerson: true }, token)).toBe("not-by-token");
    expect(ask({ ...officers, fresh: any }, token)).toBe("not-by-token");
    expect(ask({ ...officers, fresh: ownCompany }, token, { company: "another" })).toBe("yes");
    expect(ask({ ...officers, inPerson: true }, officer)).toBe("yes");
  });

  it("needs no scope for what is everyone's", () => {
    expect(ask({ may: { anyone: any } }, byToken(officer))).toBe("yes");
  });
});

it("K9: names itself and those who may", () => {
  expect(ruleOf("sign up own company")).toBe("sign-up-own-company");
  expect(partiesOf({ may: { officer: any, member: ownCompany } })).toEqual(["officer", "member"]);
});
