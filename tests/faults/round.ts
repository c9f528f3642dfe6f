import stringify from "safe-stable-stringify";
import { kitakyushu } from "#services/partnerships/partnerships.testing.ts";
import type { Commit } from "#shared/log/commit.ts";
import { eventsOf } from "#shared/log/events.ts";
import type { Mongo } from "#shared/mongo/connect.ts";
import { alarmsOf } from "#shared/reactions/alarms.ts";
import { type Got, type Http, type Sent, surely } from "./load.ts";
import { until } from "./portal.ts";
import { cookieOf, missionPlan, officer } from "./prepare.ts";

/** For whom the officer claims in each round. */
export const inRounds = { without: ["zandbank", "kielzog", "duinpoort", "bruinvis"] };

export type Round = { mission: string; registration: string };
export type Told = { sent: Sent & { key: string }; got: Got };

/** Someone at work who never gives up, and notes what it was told. */
export async function openWorker(http: Http, mongo: Mongo) {
  const told: Told[] = [];
  const headers = await cookieOf(mongo, officer);
  let retries = 0;
  let patience = 120_000;

  async function command(
    path: string,
    key: string,
    body: object = {},
    own: Record<string, string> = headers,
  ) {
    const sent = { path: `/api${path}`, key: `key-of-the-worker-${key}`, body, headers: own };
    const got = await surely(http, sent, () => retries++);
    if (got.status !== 200) throw new Error(`${path}: ${got.status} ${JSON.stringify(got.body)}`);
    told.push({ sent, got });
    return got.body;
  }

  async function see(path: string): Promise<any> {
    const got = await http.once({ method: "GET", path: `/api${path}`, headers }).catch(() => undefined);
    return got?.status === 200 ? got.body : undefined;
  }

  const waitFor = (what: string, isTrue: () => Promise<boolean>) => until(what, isTrue, patience);

  /** A mission and its seats; a registration until its page expires: every reaction, view and alarm has work. */
  async function round(n: number): Promise<Round> {
    const mission = `mission-${n}`;
    await command("/missions", `${n}-plan`, missionPlan(mission, 2));
    const registration = await register(n);
    await waitFor(`${mission} open`, async () => (await see(`/missions/${mission}`))?.state === "open");
    const claim = (company: string) =>
      command(`/missions/${mission}/claims`, `${n}-${company}`, { company, seats: 1 });
    await Promise.all(inRounds.without.map(claim));
    // Two years pass.
    const alarms = alarmsOf(mongo);
    await waitFor("The alarm of the page", async () => {
      const set = { $set: { due: new Date(Date.now() - 1_000) } };
      const ofPage = { "input.id": registration, "input.expiresAt": { $exists: true } };
      return (await alarms.updateOne(ofPage as object, set)).matchedCount === 1;
    });
    await waitFor(
      "The page expired",
      async () => (await see(`/registrations/${registration}`))?.state === "expired",
    );
    return { mission, registration };
  }

  async function register(n: number): Promise<string> {
    const { id, link } = await save("POST", "/registrations/drafts", { country: "JP", language: "en" });
    const byLink = { "causeway-link": link };
    // To one address only so many codes are sent.
    const changes = { ...kitakyushu, name: `Port ${n}`, contactEmail: `port-${n}@kitakyushu.example` };
    const draft = `/registrations/${id}/draft`;
    const saved = await save("PATCH", draft, { changes }, { ...byLink, "if-match": '"1"' });
    const { code } = await save("POST", `/registrations/${id}/address-codes`, {}, byLink);
    await save("PUT", `/registrations/${id}/address`, { code }, byLink);
    const seesDraft = { ...byLink, "if-match": `"${saved.version}"` };
    await command(`/registrations/${id}/submission`, `${n}-submit`, {}, seesDraft);
    let version = 0;
    await waitFor("The registration listed", async () => {
      const row = await see(`/registrations/${id}`);
      version = row?.version;
      return row?.state === "submitted";
    });
    const seen = { ...headers, "if-match": `"${version}"` };
    await command(`/registrations/${id}/acceptance`, `${n}-accept`, {}, seen);
    await command(`/registrations/${id}/confirmation`, `${n}-confirm`, {}, byLink);
    return id;
  }

  /** Saving the same again changes nothing, so it needs no key. */
  async function save(method: string, path: string, body: object, own: Record<string, string> = {}) {
    const got = await surely(
      http,
      { method, path: `/api${path}`, body, headers: own, key: "a-save-has-no-key-of-its-own" },
      () => retries++,
    );
    if (got.status !== 200) throw new Error(`${path}: ${got.status} ${JSON.stringify(got.body)}`);
    return got.body;
  }

  return {
    round,
    told,
    retries: () => retries,
    wait: (ms: number) => {
      patience = ms;
    },
  };
}

/** Everything happened once: the commands, the reactions to them and the alarms. */
export function effectsOf(commits: Commit[], rounds: Round[]): string[] {
  const events = commits.flatMap(eventsOf);
  const count = (stream: string, type: string) =>
    events.filter((event) => event.stream === stream && event.type === type).length;
  return rounds.flatMap(({ mission, registration }) => {
    const found = {
      planned: count(`mission/${mission}`, "MissionPlanned"),
      offered: count(`seats/${mission}`, "SeatsOffered"),
      given: count(`seats/${mission}`, "SeatsConfirmed"),
      waiting: count(`seats/${mission}`, "SeatsWaitlisted"),
      confirmed: count(`registration/${registration}`, "ProfileConfirmed"),
      admitted: count(`organisation/${registration}`, "OrganisationAdmitted"),
      expired: count(`registration/${registration}`, "ProfileExpired"),
    };
    const right = { planned: 1, offered: 1, given: 2, waiting: 2, confirmed: 1, admitted: 1, expired: 1 };
    const same = stringify(found) === stringify(right);
    return same ? [] : [`${mission}, ${registration}: ${JSON.stringify(found)}`];
  });
}

/** What was acknowledged stands in the log where the reply says, and asking again gives the same bytes. */
export async function answersOf(http: Http, commits: Commit[], told: Told[]): Promise<string[]> {
  const faults: string[] = [];
  for (const { sent, got } of told) {
    const { position, ...reply } = got.body;
    const outcomes = commits[position - 1]?.entries.flatMap((entry) => entry.outcomes) ?? [];
    if (!outcomes.some((outcome) => stringify(outcome.reply) === stringify(reply)))
      faults.push(`${sent.key} was told ${JSON.stringify(got.body)}, which commit ${position} does not hold`);
    const again = await surely(http, sent, () => {});
    if (stringify(again.body) !== stringify(got.body))
      faults.push(`${sent.key} was told ${JSON.stringify(got.body)}, and now ${JSON.stringify(again.body)}`);
  }
  return faults;
}
