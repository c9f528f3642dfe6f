import type { Mongo } from "#shared/mongo/connect.ts";
import { seeded } from "../../scripts/demo/seeded.ts";
import { atOnce, type Got, openHttp, surely } from "../faults/load.ts";
import { until } from "../faults/portal.ts";
import { cookiesOf, missionPlan, officer } from "../faults/prepare.ts";

export const mission = "ceara";
export const seats = 100;

export type Claim = { company: string; person: string; key: string };
export type Told = Claim & { got: Got };

export type Race = { told: Told[]; seconds: number; retries: number };

const membersOf = (count: number) => Array.from({ length: count }, (_, n) => `member-${n}`);

/** Companies that sign up through a member of their own; for all others an officer does it. */
const ownMembers = membersOf(200);

/** All that take part in a race of so many. */
export const companiesOf = (count: number) => ({
  withMember: ownMembers,
  without: Array.from({ length: Math.max(0, count - ownMembers.length) }, (_, n) => `company-${n}`),
});

/**
 * Every company claims a seat, and every fifth again: by the same key as one who presses twice, or by another key as
 * one who comes back. All at once, over so many connections, in an order of chance.
 */
export async function race(
  {
    url,
    mongo,
    companies,
    connections,
  }: { url: string; mongo: Mongo; companies: number; connections: number },
  onProgress: (done: number, total: number) => void = () => {},
): Promise<Race> {
  const http = openHttp(url, connections);
  const cookies = await cookiesFor(mongo, companies);
  const plan = { path: "/api/missions", body: missionPlan(mission, seats), key: `plan-${mission}-by-key` };
  const planned = await surely(http, { ...plan, headers: cookies.get(officer)![0]! }, () => {});
  if (planned.status !== 200) throw new Error(`Not planned: ${JSON.stringify(planned.body)}`);
  await until("The mission is open", async () => {
    const { body } = await http.once({ method: "GET", path: `/api/missions/${mission}` });
    return body.state === "open";
  });
  const claims = seeded(companies).shuffle(claimsOf(companies));
  const told: Told[] = [];
  let retries = 0;
  const began = performance.now();
  await atOnce(claims, connections, async (claim, n) => {
    const { company, key, person } = claim;
    const sessions = cookies.get(person)!;
    const sent = {
      path: `/api/missions/${mission}/claims`,
      body: { company, seats: 1 },
      key,
      headers: sessions[n % sessions.length]!,
    };
    const got = await surely(http, sent, () => retries++);
    told.push({ ...claim, got });
    onProgress(told.length, claims.length);
  });
  const seconds = (performance.now() - began) / 1_000;
  http.close();
  return { told, seconds, retries };
}

function claimsOf(companies: number): Claim[] {
  const { withMember, without } = companiesOf(companies);
  const first = [...withMember, ...without].slice(0, companies).map((company, n): Claim => {
    const person = n < withMember.length ? `person-${company}` : officer;
    return { company, person, key: `claim-key-${company}` };
  });
  const again = first.filter((_, n) => n % 5 === 0);
  return [...first, ...again.map((claim, n) => (n % 2 ? claim : { ...claim, key: `other-${claim.key}` }))];
}

async function cookiesFor(mongo: Mongo, companies: number) {
  const cookies = new Map([[officer, await cookiesOf(mongo, officer, Math.ceil(companies / 500))]]);
  for (const company of ownMembers.slice(0, companies))
    cookies.set(`person-${company}`, await cookiesOf(mongo, `person-${company}`, 1));
  return cookies;
}
