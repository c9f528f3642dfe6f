import { setTimeout as sleep } from "node:timers/promises";
import { jest } from "@jest/globals";
import { inRole } from "#shared/access/principal.ts";
import { manualClock } from "#shared/clock/clock.ts";
import { documentsOf } from "#shared/documents/collection.ts";
import { logCollection } from "#shared/log/collection.ts";
import { absent } from "#shared/mongo/filters.ts";
import type { TestNode } from "#shared/testing/node.ts";
import { account } from "../accounts/accounts.ts";
import { identity } from "../identity.contract.ts";
import { addressesOf } from "../people/addresses.ts";
import { person as personFeature } from "../people/people.ts";
import { sessionsOf } from "../sessions/sessions.ts";
import { storeToken, tokensOf } from "../tokens/tokens.ts";
import {
  admin,
  admit,
  commitAlone,
  done,
  member,
  officer,
  openCompanies,
  openSession,
  standingsIn,
} from "./memberships.testing.ts";
import { memberships } from "./memberships.ts";

jest.setTimeout(60_000);

const { actions } = identity;
const companies = ["zandbank", "kielzog", "duinpoort", "bruinvis"];
const clock = manualClock(new Date());
const dayMs = 24 * 60 * 60_000;
let node: TestNode;

beforeAll(async () => {
  node = await openCompanies(companies, { clock });
});
afterAll(() => node.stop());

const noSession = "nobody";

it("K3: the first owns, leads change others, and what one may do comes with each", async () => {
  const organisation = "zandbank";
  expect(await standingsIn(node, organisation)).toEqual({
    "olga-zandbank": "owner",
    "cas-zandbank": "colleague",
  });
  const [olga, cas] = [member("olga-zandbank", organisation), member("cas-zandbank", organisation)];
  const change = { organisation, person: "cas-zandbank", standing: "lead" as const };
  expect(await node.as(cas, actions.changeStanding, change)).toMatchObject({
    refused: "identity.leads-only",
  });
  done(await node.as(olga, actions.changeStanding, change));
  await node.settled();
  expect(await node.as(cas, actions.peopleOf, { organisation })).toMatchObject({
    ...{ organisationName: "zandbank", kind: "company", roles: ["member"], abilities: ["invite", "leave"] },
    rows: [
      {
        person: "olga-zandbank",
        name: "Name of olga-zandbank",
        standing: "owner",
        abilities: [],
        self: false,
      },
      { person: "cas-zandbank", standing: "lead", abilities: ["make-colleague"], self: true },
    ],
  });
  const asOfficer = done(await node.as(officer, actions.peopleOf, { organisation }));
  expect(asOfficer.rows.map(({ abilities }) => abilities)).toEqual([["repair"], ["repair"]]);
  expect(await node.as(olga, actions.peopleOf, { organisation: "kielzog" })).toMatchObject({
    refused: "not-found",
  });
  const other = { ...change, organisation: "kielzog", person: "cas-kielzog" };
  expect(await node.as(olga, actions.changeStanding, other)).toMatchObject({ refused: "not-found" });
});

it("K3: whoever is removed is signed out of that organisation at once, and of no other", async () => {
  const organisation = "kielzog";
  const joining = { id: "cas-kielzog", organisation: "duinpoort", roles: ["member" as const] };
  done(await node.as(admin, actions.joinOrganisation, joining));
  await node.settled();
  const here = await openSession(node, "cas-kielzog", organisation);
  const there = await openSession(node, "cas-kielzog", "duinpoort");
  const olga = member("olga-kielzog", organisation);
  done(await node.as(olga, actions.removePerson, { organisation, person: "cas-kielzog" }));
  expect(await here()).toEqual(noSession);
  expect(await there()).toMatchObject({ person: "cas-kielzog", organisation: "duinpoort" });
  expect(await standingsIn(node, organisation)).toEqual({ "olga-kielzog": "owner" });
  const again = { person: "cas-kielzog", organisation };
  expect(await node.as(admin, actions.signInAsDemoPerson, again)).toMatchObject({
    refused: "identity.unknown-person",
  });
});

it("K3: no session that begins as somebody is removed outlives it", async () => {
  const organisation = "kielzog";
  for (let n = 0; n < 5; n++) {
    const person = `nele-${n}`;
    await admit(node, person, organisation);
    await node.settled();
    const signIn = () => node.as(admin, actions.signInAsDemoPerson, { person, organisation });
    const olga = member("olga-kielzog", organisation);
    const removing = node.as(olga, actions.removePerson, { organisation, person });
    await Promise.all([removing, ...Array.from({ length: 10 }, signIn)]);
    done(await removing);
    await signIn();
    expect(await sessionsOf(node.kernel.mongo).countDocuments({ person })).toBe(0);
  }
});

it("K2: leaves one organisation and keeps the others", async () => {
  const organisation = "duinpoort";
  const joining = { id: "cas-duinpoort", organisation: "bruinvis", roles: ["member" as const] };
  done(await node.as(admin, actions.joinOrganisation, joining));
  await node.settled();
  const here = await openSession(node, "cas-duinpoort", organisation);
  const there = await openSession(node, "cas-duinpoort", "bruinvis");
  const cas = member("cas-duinpoort", organisation);
  done(await node.as(cas, actions.leaveOrganisation, { organisation, person: "cas-duinpoort" }));
  expect(await here()).toEqual(noSession);
  expect(await there()).toMatchObject({ organisation: "bruinvis" });
  expect(await standingsIn(node, organisation)).not.toHaveProperty("cas-duinpoort");
  expect(await standingsIn(node, "bruinvis")).toHaveProperty("cas-duinpoort", "colleague");
  const olga = member("olga-duinpoort", organisation);
  expect(
    await node.as(olga, actions.leaveOrganisation, { organisation, person: "olga-duinpoort" }),
  ).toMatchObject({
    refused: "identity.last-in-charge",
  });
});

it("K3: an officer repairs with a reason, which stands in no log", async () => {
  const organisation = "bruinvis";
  const reason = "Olga works there no longer, says Cas";
  const asked = { organisation, person: "cas-bruinvis", to: "owner" as const, reason };
  const olga = member("olga-bruinvis", organisation);
  expect(await node.as(olga, actions.repairMembership, asked)).toMatchObject({ refused: "not-allowed" });
  const longAgo = inRole("officer", "officer-1", "office", Date.now() - 60 * 60_000);
  expect(await node.as(longAgo, actions.repairMembership, asked)).toMatchObject({
    refused: "step-up-required",
  });
  done(await node.as(officer, actions.repairMembership, asked));
  const session = await openSession(node, "olga-bruinvis", organisation);
  done(
    await node.as(officer, actions.repairMembership, { ...asked, person: "olga-bruinvis", to: "removed" }),
  );
  expect(await session()).toEqual(noSession);
  expect(await standingsIn(node, organisation)).toMatchObject({ "cas-bruinvis": "owner" });
  const { mongo } = node.kernel;
  expect(JSON.stringify(await logCollection(mongo).find().toArray())).not.toContain(reason);
  const kept = await documentsOf(mongo, "identity").find({ kind: "repair", pending: absent });
  expect(kept.map(({ subject, doc }) => [subject, doc])).toEqual([
    ["person/cas-bruinvis", { text: reason }],
    ["person/olga-bruinvis", { text: reason }],
  ]);
});

it("K3: in the office admins give roles, which end the sessions that had others; the last admin stays", async () => {
  const office = { id: "office", kind: "office", name: "Office", country: "BE", size: "none" } as const;
  done(await node.as(admin, actions.admitOrganisation, office));
  await node.settled();
  for (const [id, role] of [
    ["joris", "admin"],
    ["leen", "officer"],
  ] as const) {
    const own = { name: id, email: `${id}@office.example`, language: "nl" };
    done(await node.as(admin, actions.admitPerson, { id, organisation: "office", roles: [role], ...own }));
  }
  await node.settled();
  const organisation = "office";
  const session = await openSession(node, "leen", organisation);
  const joris = inRole("admin", "joris", organisation);
  const toAuditor = { organisation, person: "leen", roles: ["auditor" as const] };
  expect(
    await node.as(inRole("officer", "leen", organisation), actions.changeRoles, toAuditor),
  ).toMatchObject({
    refused: "not-allowed",
  });
  done(await node.as(joris, actions.changeRoles, toAuditor));
  expect(await session()).toEqual(noSession);
  await node.settled();
  const again = await openSession(node, "leen", organisation);
  expect(await again()).toMatchObject({ roles: ["auditor"] });
  const own = { organisation, person: "joris", roles: ["auditor" as const] };
  expect(await node.as(joris, actions.changeRoles, own)).toMatchObject({
    refused: "identity.roles-beyond-yours",
  });
  expect(await node.as(joris, actions.changeRoles, { ...toAuditor, roles: ["member"] })).toMatchObject({
    refused: "identity.roles-not-there",
  });
  expect(await node.as(joris, actions.leaveOrganisation, { organisation, person: "joris" })).toMatchObject({
    refused: "identity.last-in-charge",
  });
});

it("K7: who is erased leads nothing any more", async () => {
  const olga = member("olga-zandbank", "zandbank");
  done(await node.as(olga, actions.askErasure, { id: "olga-zandbank" }));
  done(await node.as(admin, actions.erasePerson, { id: "olga-zandbank" }));
  expect(await standingsIn(node, "zandbank")).toEqual({ "cas-zandbank": "lead" });
});

it("K6: who belongs nowhere for thirty days is erased; who has come back by then is not", async () => {
  const organisation = "kielzog";
  const olga = member("olga-kielzog", organisation);
  for (const person of ["gone-for-good", "back-again"]) {
    await admit(node, person, organisation);
    done(await node.as(olga, actions.removePerson, { organisation, person }));
  }
  clock.advance(29 * dayMs);
  done(await node.as(admin, actions.joinOrganisation, { id: "back-again", organisation, roles: ["member"] }));
  const kept = () => documentsOf(node.kernel.mongo, "identity").find({ kind: "person" }).distinct("subject");
  expect(await kept()).toEqual(expect.arrayContaining(["person/gone-for-good", "person/back-again"]));
  clock.advance(dayMs + 1);
  const limit = performance.now() + 10_000;
  while ((await kept()).includes("person/gone-for-good") && performance.now() < limit) await sleep(50);
  await node.settled();
  expect(await kept()).not.toContain("person/gone-for-good");
  expect(await kept()).toContain("person/back-again");
  expect(await addressesOf(node.kernel.mongo).exists({ person: "gone-for-good" })).toBeNull();
});

it("K3: signs out who was suspended, removed or got other roles, though the process died once that was in the log", async () => {
  const [gone, demoted, suspended] = [
    "gone-in-a-crash",
    "demoted-in-a-crash",
    "suspended-in-a-crash",
  ] as const;
  for (const person of [gone, demoted, suspended]) await admit(node, person, "bruinvis");
  await node.settled();
  done(
    await node.as(admin, actions.joinOrganisation, {
      ...{ id: gone, organisation: "duinpoort", roles: ["member"] },
    }),
  );
  await node.settled();
  const { mongo } = node.kernel;
  const made = {
    name: "A program",
    scope: ["missions.read" as const],
    endsAt: new Date(Date.now() + dayMs * 99),
  };
  const own = { person: gone, organisation: "bruinvis", roles: ["member" as const] };
  await storeToken(mongo, { ...made, ...own }, clock.now());
  await storeToken(mongo, { ...made, ...own, organisation: "duinpoort" }, clock.now());
  const sessions = await Promise.all(
    [gone, demoted, suspended].map((person) => openSession(node, person, "bruinvis")),
  );
  const elsewhere = await openSession(node, gone, "duinpoort");
  const ended = { type: "MembershipEnded", data: { person: gone } };
  await commitAlone(node, memberships, "bruinvis", ended);
  await commitAlone(node, memberships, "bruinvis", {
    ...{ type: "RolesChanged", data: { person: demoted, roles: ["partner"] } },
  });
  await commitAlone(node, account, suspended, { type: "PersonSuspended", data: { reason: "a-document" } });
  await node.settled();
  for (const session of sessions) expect(await session()).toEqual(noSession);
  expect(await elsewhere()).toMatchObject({ person: gone, organisation: "duinpoort" });
  expect(await tokensOf(mongo).find({ person: gone }).distinct("organisation")).toEqual(["duinpoort"]);
});

it("J1: takes in whom an older log says to belong somewhere", async () => {
  const organisation = "duinpoort";
  const admitted = {
    type: "PersonAdmitted" as const,
    data: { organisation, roles: ["member" as const], person: "a-document" },
  };
  const joined = {
    type: "PersonJoined" as const,
    data: { organisation: "kielzog", roles: ["member" as const] },
  };
  for (const event of [admitted, joined]) await commitAlone(node, personFeature, "from-before", event);
  expect(await standingsIn(node, organisation)).toHaveProperty("from-before", "colleague");
  expect(await standingsIn(node, "kielzog")).toHaveProperty("from-before", "colleague");
});
