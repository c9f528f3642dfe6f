import { services } from "#services/all.ts";
import { identity } from "#services/identity/identity.contract.ts";
import { type SignedIn, startSession } from "#services/identity/sessions/sessions.ts";
import { inRole } from "#shared/access/principal.ts";
import type { Mongo } from "#shared/mongo/connect.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import { admit } from "../kit/people.ts";
import { atOnce } from "./load.ts";
import { secret } from "./portal.ts";

export const officer = "leen";

const admin = inRole("admin", "first-admin", "office");

/** A slow server answers so many within the time that a caller waits. */
const atATime = 20;

type Companies = {
  /** With a member each, `person-<company>`. */
  withMember?: string[];
  /** For which the officer signs up. */
  without?: string[];
};

/** The people of `admitAll`, before the portal starts. */
export async function prepare(mongoUri: string, companies: Companies = {}): Promise<void> {
  const node = await startNode({ services, config: { mongoUri, secret } });
  await admitAll(node, companies);
  await node.broker.stop();
}

/** An office with an officer, and some companies, by commands. */
export async function admitAll(node: TestNode, { withMember = [], without = [] }: Companies): Promise<void> {
  await admit(node, "getijkracht", "office", ["officer"], officer);
  const { admitOrganisation, admitPerson } = identity.actions;
  const own = { country: "BE", size: "sme", kind: "company" } as const;
  await atOnce([...withMember, ...without], atATime, (id) =>
    node.as(admin, admitOrganisation, { id, name: id, ...own }),
  );
  await node.settled();
  await atOnce(withMember, atATime, (organisation) => {
    const person = `person-${organisation}`;
    const details = { name: person, email: `${person}@example.org`, language: "nl" };
    return node.as(admin, admitPerson, { id: person, organisation, roles: ["member"], ...details });
  });
  await node.settled();
}

/** The headers of a page of one of `admitAll`'s people who has signed in. */
export async function cookieOf(mongo: Mongo, person: string): Promise<Record<string, string>> {
  const session = await startSession(mongo, signedIn(person), new Date());
  return { cookie: `__Host-causeway=${session}`, "causeway-csrf": "1" };
}

/** The same for so many sessions of one person: of one alone the gateway takes 1,200 changes a minute. */
export const cookiesOf = (mongo: Mongo, person: string, count: number): Promise<Record<string, string>[]> =>
  Promise.all(Array.from({ length: count }, () => cookieOf(mongo, person)));

const signedIn = (person: string): SignedIn =>
  person === officer
    ? { person, organisation: "getijkracht", roles: ["officer"], secondFactorAt: new Date() }
    : { person, organisation: person.replace(/^person-/, ""), roles: ["member"] };

/** A mission that is open now. */
export function missionPlan(id: string, capacity: number) {
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  const [firstDay, lastDay] = [day(60).slice(0, 10), day(65).slice(0, 10)];
  return {
    id,
    title: { nl: id, en: id },
    from: "BE",
    legs: [
      { city: "Fortaleza", country: "BR", timeZone: "America/Fortaleza", firstDay, lastDay, programme: [] },
    ],
    firstDay,
    lastDay,
    capacity,
    minimum: 1,
    signUpOpensAt: day(-1),
    signUpClosesAt: day(30),
    partners: [],
    ...{ goals: [], targetProfile: [] },
  };
}
