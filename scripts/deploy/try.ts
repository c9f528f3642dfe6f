// Runs the main job against a portal with the demo set, slowly enough to take parts of it away meanwhile, and checks
// that nothing was lost or done twice: `node scripts/deploy/try.ts http://127.0.0.1:3000 [claims]`.
import { setTimeout as pause } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { newId } from "../../shared/ids.ts";
import { explain, say } from "../progress.mjs";
import { check, counts, openPatientClient, type PatientClient } from "./patient-client.ts";
import { registerPartner } from "./try-registration.ts";

const seats = 10;
const betweenClaims = 500;
const [url = "http://127.0.0.1:3000", claims = "60"] = process.argv.slice(2);

async function main() {
  const people = (await openPatientClient(url).get("/api/demo/persons")).rows;
  const officer = await signIn(people.find(({ roles }: any) => roles.includes("officer")));
  say(`✓ Signed in as an officer, of ${people.length} persons`);
  const partner = await registerPartner(url, officer);
  say(`✓ ${partner} registered, was accepted and is published`);
  const mission = await plan(officer, partner);
  say(
    `✓ Mission ${mission} is planned with ${seats} seats; ${claims} companies sign up, one each ${betweenClaims} ms`,
  );
  const members = people.filter(({ roles }: any) => roles.includes("member"));
  const companies = await officer.get("/api/organisations?kind=company&limit=200");
  const sent = await claimAll(mission, officer, members, companies.rows);
  say(`✓ All ${sent.length} are answered`);
  await compare(mission, officer, sent);
  await withdraw(mission, officer, sent);
  say(
    `✓ ${counts.asked} requests, ${counts.again} of them asked again; the longest wait was ${counts.longest} ms`,
  );
}

/** Of several companies that somebody belongs to, for this one. */
async function signIn({ person, organisation }: any): Promise<PatientClient> {
  const client = openPatientClient(url);
  await client.send("POST", "/api/demo/session", { body: { person, organisation } });
  return client;
}

async function plan(officer: PatientClient, partner: string): Promise<string> {
  const id = `try-${newId()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, "")
    .slice(0, 8)}`;
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  const days = { firstDay: day(90).slice(0, 10), lastDay: day(94).slice(0, 10) };
  const body = {
    id,
    title: { nl: "Kitakyushu: opslag", en: "Kitakyushu: storage" },
    from: "BE",
    legs: [{ city: "Kitakyushu", country: "JP", timeZone: "Asia/Tokyo", ...days, programme: [] }],
    ...days,
    capacity: seats,
    minimum: 1,
    partners: [partner],
    ...{ goals: [], targetProfile: [] },
    signUpOpensAt: day(-1),
    signUpClosesAt: day(30),
  };
  await officer.send("POST", "/api/missions", { body });
  // Seats are offered by a reaction to the plan.
  while ((await officer.get(`/api/missions/${id}`)).state !== "open") await pause(100);
  return id;
}

type Sent = { client: PatientClient; company: string; key: string; reply: any };

/** The first as members of the demo for their own company, the others by the officer on behalf of theirs. */
async function claimAll(
  mission: string,
  officer: PatientClient,
  members: any[],
  companies: { id: string }[],
): Promise<Sent[]> {
  const own = new Set(members.map(({ organisation }) => organisation));
  const others = companies.filter(({ id }) => !own.has(id));
  const sent: Promise<Sent>[] = [];
  for (let n = 0; n < Number(claims); n++) {
    const member = members[n];
    const client = member ? await signIn(member) : officer;
    const claim = { client, company: member?.organisation ?? others[n]!.id, key: newId() };
    const answered = sendClaim(mission, claim).then((reply) => ({ ...claim, reply }));
    // Told once all are sent: until then nobody waits for it, and Node would end on a refusal that nobody hears.
    answered.catch(() => {});
    sent.push(answered);
    await pause(betweenClaims);
  }
  return Promise.all(sent);
}

const sendClaim = (mission: string, { client, company, key }: Omit<Sent, "reply">) =>
  client.send("POST", `/api/missions/${mission}/claims`, { body: { company, seats: 1 }, key });

async function compare(mission: string, officer: PatientClient, sent: Sent[]) {
  for (const claim of sent) {
    const { position: _, ...again } = await sendClaim(mission, claim);
    const { position: __, ...first } = claim.reply;
    check(`the answer to ${claim.company}, asked again by its key`, again, first);
  }
  const inState = (state: string) => sent.filter(({ reply }) => reply.state === state).length;
  check("companies with a seat", inState("confirmed"), seats);
  const wished = { taken: seats, waiting: inState("waiting") };
  check("seats taken and companies waiting", await caughtUp(mission, officer, wished), wished);
  const { rows } = await officer.get(`/api/missions/${mission}/entries?limit=200`);
  const companies = (list: { company: string }[]) => list.map(({ company }) => company).sort();
  check("companies on the list", companies(rows), companies(sent));
  const places = rows
    .flatMap(({ place }: { place?: number }) => place ?? [])
    .sort((a: number, b: number) => a - b);
  check(
    "places on the waiting list",
    places,
    [...places.keys()].map((n) => n + 1),
  );
  const found = `${wished.taken} seats taken, ${wished.waiting} companies waiting, each once`;
  say(`✓ ${found}; every answer is the same when asked again`);
}

/** A page may be behind: a killed process leaves a transaction that MongoDB ends after a minute at most. */
async function caughtUp(mission: string, officer: PatientClient, wished: object) {
  const began = Date.now();
  for (;;) {
    const { taken, waiting } = await officer.get(`/api/missions/${mission}`);
    const waited = Date.now() - began;
    if (isDeepStrictEqual({ taken, waiting }, wished) || waited > 90_000) {
      say(`✓ The page had caught up after ${waited} ms`);
      return { taken, waiting };
    }
    await pause(250);
  }
}

async function withdraw(mission: string, officer: PatientClient, sent: Sent[]) {
  const { company } = sent.find(({ reply }) => reply.state === "confirmed")!;
  const { rows } = await officer.get(`/api/missions/${mission}/entries?state=waiting`);
  const next = rows.find(({ place }: { place: number }) => place === 1)?.company;
  await officer.send("POST", `/api/missions/${mission}/withdrawals`, { body: { company } });
  const { entry } = await officer.get(`/api/missions/${mission}/entries/${next}`);
  check("what becomes of the first on the list when a seat is given back", entry.state, "confirmed");
  say(`✓ ${company} gave its seat back, and ${next}, first on the list, has it`);
}

try {
  await main();
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
