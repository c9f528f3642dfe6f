import { jest } from "@jest/globals";
import { inRole, type Principal } from "#shared/access/principal.ts";
import { newId } from "#shared/ids.ts";
import { good, type Office, openOffice } from "../credentials/credentials.testing.ts";
import { sessionsOf } from "../sessions/sessions.ts";

jest.setTimeout(60_000);

let office: Office;
const email = "leen@office.example";

beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.stop());

/** Who has just given a second factor, by the office's own clock. */
const admin = (): Principal => inRole("admin", "an", "office", office.clock.now().getTime());

async function asked(action: any, input: object, who = admin()) {
  const reply = (await office.node.as(who, action, input as never)) as any;
  await office.node.settled();
  return reply;
}

const byPassword = (password = good) =>
  office.ask(office.actions.signInByPassword, { email, password }, undefined, "b".repeat(43));

it("lets a suspended person in by no way, from the same moment on, and back in when it is over", async () => {
  const { actions } = office;
  const { who } = await office.withSecondFactor();
  office.clock.advance(60_000);
  const link = await office.linkFor(email);
  expect(await asked(actions.suspendPerson, { id: "leen", reason: "Laptop gestolen." })).toMatchObject({
    person: "leen",
  });
  expect(await sessionsOf(office.node.kernel.mongo).countDocuments({ person: "leen" })).toBe(0);
  expect(await byPassword()).toMatchObject({ refused: "identity.wrong-credentials" });
  expect(await byPassword("wrong")).toMatchObject({ refused: "identity.wrong-credentials" });
  expect(await office.ask(actions.setPassword, { link, password: good })).toMatchObject({
    refused: "identity.password-link-invalid",
  });
  expect(await asked(actions.accountOf, { id: "leen" })).toMatchObject({
    suspended: { at: "2026-11-23T09:01:30.000Z", reason: "Laptop gestolen." },
    sessions: [],
    abilities: ["reinstate", "end-sessions", "ask-erasure"],
  });
  expect(await asked(actions.suspendPerson, { id: "leen", reason: "Again" })).toMatchObject({
    refused: "identity.suspended-already",
  });
  expect(await asked(actions.reinstatePerson, { id: "leen" })).toMatchObject({ person: "leen" });
  expect(await byPassword()).toHaveProperty("secret");
  expect(who).toMatchObject({ kind: "person", person: "leen" });
});

it("leaves no session of someone who signs in while they are suspended", async () => {
  await office.withPassword();
  const ways = Array.from({ length: 6 }, () => byPassword());
  const suspended = asked(office.actions.suspendPerson, { id: "leen", reason: "Now" });
  await Promise.all([...ways, suspended]);
  expect(await sessionsOf(office.node.kernel.mongo).countDocuments({ person: "leen" })).toBe(0);
});

it("tells the person of it by letter, and not why", async () => {
  await asked(office.actions.suspendPerson, { id: "sanne", reason: "Een lang verhaal." });
  await asked(office.actions.reinstatePerson, { id: "sanne" });
  const letters = await office.letters(2);
  expect(letters.join("\n")).toMatch(/suspended your access[\s\S]+given you back your access/);
  expect(letters.join("\n")).not.toContain("Een lang verhaal");
});

it("lets in anew who has lost their second factor, by a link that opens once, within a day, in any browser", async () => {
  const { actions } = office;
  await office.withSecondFactor();
  const link = await office.linkAfter(async () => {
    expect(await asked(actions.reopenAccount, { id: "leen" })).toMatchObject({ person: "leen" });
  });
  // Until it is used all is as it was.
  expect(await asked(actions.accountOf, { id: "leen" })).toMatchObject({ secondFactor: true });
  const other = "c".repeat(43);
  const password = "another 9 rivers of slate";
  const session = await office.ask(actions.setPassword, { link, password }, undefined, other);
  expect(session).toHaveProperty("secret");
  expect(await asked(actions.accountOf, { id: "leen" })).toMatchObject({ secondFactor: false });
  expect(await office.ask(actions.setPassword, { link, password }, undefined, other)).toMatchObject({
    refused: "identity.password-link-invalid",
  });
  expect(await asked(actions.reopenAccount, { id: "leen" })).toMatchObject({
    refused: "identity.no-second-factor",
  });
});

it("does nothing of it to oneself, nothing without a fresh second factor, and nothing by anyone but an administrator", async () => {
  const { actions } = office;
  const leen = inRole("admin", "leen", "office", office.clock.now().getTime());
  expect(await asked(actions.suspendPerson, { id: "leen", reason: "Me" }, leen)).toMatchObject({
    refused: "identity.not-yourself",
  });
  expect(await asked(actions.reopenAccount, { id: "leen" }, leen)).toMatchObject({
    refused: "identity.not-yourself",
  });
  expect(await asked(actions.suspendPerson, { id: "nobody-here", reason: "Who?" })).toMatchObject({
    refused: "not-found",
  });
  const officer = inRole("officer", "an", "office", office.clock.now().getTime());
  expect(await asked(actions.accountOf, { id: "leen" }, officer)).toMatchObject({ refused: "not-allowed" });
  office.clock.advance(11 * 60_000);
  expect(await asked(actions.endSessionsOf, { id: "leen" }, leen)).toMatchObject({
    refused: "step-up-required",
  });
});

it("K3: of staff a stolen password puts nobody out: to leave and to be erased ask a fresh second factor, whomever they act for", async () => {
  const { actions } = office;
  const joining = { id: "leen", organisation: "zandbank", roles: ["member"] };
  expect(await asked(actions.joinOrganisation, joining)).toMatchObject({ person: "leen" });
  const own = { kind: "person", person: "leen" } as const;
  const byPasswordAlone: Principal[] = [
    { ...own, organisation: "office", roles: ["officer"] },
    { ...own, organisation: "zandbank", roles: ["member"] },
  ];
  const step = { refused: "step-up-required" };
  const leaving = { person: "leen", organisation: "office" };
  const key = newId();
  const leave = (who: Principal) => office.node.as(who, actions.leaveOrganisation, leaving, key);
  for (const who of byPasswordAlone) {
    expect(await asked(actions.askErasure, { id: "leen" }, who)).toMatchObject(step);
    expect(await leave(who)).toMatchObject(step);
  }
  const sanne: Principal = { kind: "person", person: "sanne", organisation: "zandbank", roles: ["member"] };
  expect(await asked(actions.askErasure, { id: "sanne" }, sanne)).toMatchObject({ person: "sanne" });
  const proven = inRole("member", "leen", "zandbank", office.clock.now().getTime());
  expect(await leave(proven)).not.toHaveProperty("refused");
  await office.node.settled();
});

it("shows everyone who may sign in, finds them by name and by address, and signs them out everywhere", async () => {
  const { actions } = office;
  await office.withPassword();
  await byPassword();
  const all = await asked(actions.people, { limit: 1 });
  expect(all).toMatchObject({
    rows: [{ person: "leen", own: { name: "leen Verhulst", email }, suspended: false }],
  });
  expect(await asked(actions.people, { limit: 1, after: all.next })).toEqual({
    rows: [expect.objectContaining({ person: "sanne" })],
  });
  expect(await asked(actions.people, { limit: 50, find: "Sanne@Zandbank.example" })).toMatchObject({
    rows: [{ person: "sanne", memberships: [{ organisationName: "zandbank", roles: ["member"] }] }],
  });
  expect(await asked(actions.people, { limit: 50, find: "other@zandbank.example" })).toEqual({ rows: [] });
  for (const find of ["VERHULST lee", "LEEN"])
    expect(await asked(actions.people, { limit: 50, find })).toMatchObject({ rows: [{ person: "leen" }] });
  expect(await asked(actions.people, { limit: 50, find: "leen Nobody" })).toEqual({ rows: [] });
  expect((await asked(actions.accountOf, { id: "leen" })).sessions).toHaveLength(2);
  expect(await asked(actions.endSessionsOf, { id: "leen" })).toEqual({ ended: 2 });
});

it("K3: never leaves the office without an administrator who may act, also when two suspend each other at once", async () => {
  const { actions, node } = office;
  for (const id of ["jan", "els"]) {
    const own = { name: `Name of ${id}`, email: `${id}@office.example`, language: "nl" };
    await asked(actions.admitPerson, { id, organisation: "office", roles: ["admin"], ...own });
  }
  const as = (id: string): Principal => inRole("admin", id, "office", office.clock.now().getTime());
  const suspend = (by: string, id: string) => node.as(as(by), actions.suspendPerson, { id, reason: "Now" });
  const replies = await Promise.all([suspend("jan", "els"), suspend("els", "jan")]);
  await node.settled();
  expect(replies.map((reply) => "refused" in reply)).toContain(true);
  const suspended = async (id: string) => "suspended" in (await asked(actions.accountOf, { id }, as("an")));
  expect([await suspended("jan"), await suspended("els")]).toContain(false);

  for (const id of ["jan", "els"]) await asked(actions.reinstatePerson, { id }, as("an"));
  expect(await asked(actions.suspendPerson, { id: "els", reason: "Now" }, as("jan"))).toMatchObject({
    person: "els",
  });
  expect(
    await asked(actions.leaveOrganisation, { person: "jan", organisation: "office" }, as("jan")),
  ).toMatchObject({
    refused: "identity.last-in-charge",
  });
  const peopleFor = (who: Principal) => asked(actions.peopleOf, { organisation: "office" }, who);
  const els = ({ rows }: any) => rows.find(({ person }: any) => person === "els");
  const seen = await peopleFor(as("jan"));
  expect([seen.abilities, els(seen).suspended]).toEqual([["invite"], true]);
  const officer = inRole("officer", "bea", "office", office.clock.now().getTime());
  expect(els(await peopleFor(officer))).not.toHaveProperty("suspended");
  await asked(actions.reinstatePerson, { id: "els" }, as("jan"));
  const after = await peopleFor(as("jan"));
  expect([after.abilities, els(after).suspended]).toEqual([["invite", "leave"], undefined]);
  expect(
    await asked(actions.leaveOrganisation, { person: "jan", organisation: "office" }, as("jan")),
  ).not.toHaveProperty("refused");
});

it("K3: of administrators who leave, take each other's roles or are erased, one who may act stays, beside one who is suspended", async () => {
  const { actions, node } = office;
  const now = () => office.clock.now().getTime();
  const as = (id: string, role: "admin" | "officer" = "admin"): Principal =>
    inRole(role, id, "office", now());
  const organisation = "office";
  const join = (id: string, role: "admin" | "officer" = "admin") =>
    asked(actions.admitPerson, {
      ...{ id, organisation, roles: [role], name: `Name of ${id}` },
      ...{ email: `${id}@office.example`, language: "nl" },
    });
  const administrators = async () => {
    const { rows } = await asked(actions.peopleOf, { organisation });
    return rows.filter((row: any) => row.roles.includes("admin")).map((row: any) => row.person);
  };
  for (const id of ["jan", "els"]) await join(id);
  await join("bob", "officer");
  for (const id of await administrators())
    if (!["jan", "els"].includes(id)) await asked(actions.suspendPerson, { id, reason: "Away." }, as("jan"));

  const takeFrom = (by: string, person: string) =>
    node.as(as(by), actions.changeRoles, { organisation, person, roles: ["officer"] });
  for (let n = 0; n < 4; n++) {
    const replies = await Promise.all([takeFrom("jan", "els"), takeFrom("els", "jan")]);
    await node.settled();
    expect(replies.some((reply) => "refused" in reply)).toBe(true);
    const left = await administrators();
    expect(left.some((id: string) => ["jan", "els"].includes(id))).toBe(true);
    for (const id of ["jan", "els"])
      if (!left.includes(id))
        await asked(actions.changeRoles, { organisation, person: id, roles: ["admin"] }, as("an"));
  }
  const leave = (id: string) => node.as(as(id), actions.leaveOrganisation, { organisation, person: id });
  const left = await Promise.all([leave("jan"), leave("els")]);
  await node.settled();
  expect(left.some((reply) => "refused" in reply)).toBe(true);
  const staying = (await administrators()).find((id: string) => ["jan", "els"].includes(id));
  expect(staying).toBeDefined();

  await asked(actions.askErasure, { id: staying }, as(staying));
  expect(await asked(actions.erasePerson, { id: staying }, as("bob", "officer"))).toMatchObject({
    refused: "identity.last-in-charge",
  });
  await join("ada");
  expect(await asked(actions.erasePerson, { id: staying }, as("bob", "officer"))).toMatchObject({
    person: staying,
  });
});
