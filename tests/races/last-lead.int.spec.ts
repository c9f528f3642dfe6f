import { jest } from "@jest/globals";
import { identity } from "#services/identity/identity.contract.ts";
import identityService from "#services/identity/identity.service.ts";
import logService from "#services/log/log.service.ts";
import mailService from "#services/mail/mail.service.ts";
import { inRole } from "#shared/access/principal.ts";
import { isRefusal } from "#shared/contract/refusals.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import { admit } from "../kit/people.ts";

jest.setTimeout(120_000);

const { actions } = identity;
const rounds = 4;
const services = [logService, identityService, mailService];
let one: TestNode;
let two: TestNode;

beforeAll(async () => {
  one = await startNode({ services });
  const { mongoUri } = one.kernel.config;
  two = await startNode({ services, config: { mongoUri } });
});
afterAll(async () => {
  await two.broker.stop();
  await one.stop();
});

const owner = (organisation: string) => inRole("member", `person-${organisation}`, organisation);
const lead = (organisation: string) => inRole("member", `lead-${organisation}`, organisation);

/** A company that two leads and nobody else are in charge of: its owner has handed over and left, and the next is made a lead. */
async function twoLeads(organisation: string) {
  await admit(one, organisation, "company", ["member"]);
  for (const person of [`lead-${organisation}`, `other-${organisation}`]) {
    const own = { name: person, email: `${person}@${organisation}.example`, language: "nl" };
    await one.as(inRole("admin", "first-admin", "office"), actions.admitPerson, {
      ...{ id: person, organisation, roles: ["member"], ...own },
    });
    const change = { organisation, person, standing: "lead" as const };
    await one.as(owner(organisation), actions.changeStanding, change);
  }
  await one.as(owner(organisation), actions.handOver, { organisation, person: `lead-${organisation}` });
  await one.as(owner(organisation), actions.leaveOrganisation, {
    organisation,
    person: `person-${organisation}`,
  });
  const officer = inRole("officer", "officer-1", "office");
  const repair = {
    organisation,
    person: `lead-${organisation}`,
    to: "lead" as const,
    reason: "No owner here.",
  };
  await one.as(officer, actions.repairMembership, repair);
  await one.settled();
  await two.settled();
}

it("A11: of two leads who leave at once, each by a process of its own, one stays", async () => {
  for (let n = 0; n < rounds; n++) {
    const organisation = `company-${n}`;
    await twoLeads(organisation);
    const other = inRole("member", `other-${organisation}`, organisation);
    const both = await Promise.all([
      one.as(lead(organisation), actions.leaveOrganisation, { organisation, person: `lead-${organisation}` }),
      two.as(other, actions.leaveOrganisation, { organisation, person: `other-${organisation}` }),
    ]);
    expect(both.filter((reply) => !isRefusal(reply))).toHaveLength(1);
    expect(both.filter(isRefusal)).toEqual([{ refused: "identity.last-in-charge", params: {} }]);
  }
});

it("A11: nor do two leads remove each other, of one process or of two", async () => {
  for (let n = 0; n < rounds; n++) {
    const organisation = `firm-${n}`;
    await twoLeads(organisation);
    const other = inRole("member", `other-${organisation}`, organisation);
    const second = n % 2 ? two : one;
    const both = await Promise.all([
      one.as(lead(organisation), actions.removePerson, { organisation, person: `other-${organisation}` }),
      second.as(other, actions.removePerson, { organisation, person: `lead-${organisation}` }),
    ]);
    expect(both.filter((reply) => !isRefusal(reply))).toHaveLength(1);
    // Whoever was removed first leads nothing any more.
    expect(both.filter(isRefusal)).toEqual([{ refused: "identity.leads-only", params: {} }]);
  }
});
