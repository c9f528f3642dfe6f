import { setTimeout as sleep } from "node:timers/promises";
import stringify from "safe-stable-stringify";
import type { Mongo } from "#shared/mongo/connect.ts";
import { atOnce, type Got, type Http, surely } from "./load.ts";
import { until } from "./portal.ts";
import { cookiesOf, missionPlan, officer } from "./prepare.ts";
import { commitsIn, faultsIn, outcomesOf, quiet } from "./stored.ts";

/** One request: when it was sent, how long it took, its status (0 when the connection broke), and the code of a problem. */
export type Note = { at: number; ms: number; status: number; code?: string };

export type Traffic = {
  notes: Note[];
  /** Notes of what was sent from then on. */
  since(at: number): Note[];
  /** Waits for the first request that is sent from now on and succeeds; the ms from now to its answer. */
  firstSuccess(): Promise<number>;
  /** Sends no more, asks again by key for all that was not told, and gives what does not hold. */
  end(): Promise<string[]>;
};

const mission = "traffic";
const companies = Array.from({ length: 2_000 }, (_, n) => `company-${n}`);

/** For whom the officer claims; when all have, the traffic ends. */
export const inTraffic = { without: companies };

/** A steady stream of claims, each sent once and by a key of its own, whatever happens to the portal. */
export async function startTraffic(http: Http, mongo: Mongo, everyMs = 50): Promise<Traffic> {
  const sessions = await cookiesOf(mongo, officer, 10);
  const plan = {
    path: "/api/missions",
    body: missionPlan(mission, 5_000),
    key: "the-key-of-the-plan",
    headers: sessions[0]!,
  };
  await surely(http, plan, () => {});
  await until("The mission is open", async () => {
    const seen = await http.once({ method: "GET", path: `/api/missions/${mission}` }).catch(() => undefined);
    return seen?.body.state === "open";
  });
  const notes: Note[] = [];
  const told = new Map<string, Got>();
  const sending = new Set<Promise<void>>();
  let count = 0;
  let running = true;

  const claim = (n: number) => ({
    path: `/api/missions/${mission}/claims`,
    body: { company: companies[n], seats: 1 },
    key: `the-key-of-claim-${n}`,
    headers: sessions[n % sessions.length]!,
  });

  async function send(n: number) {
    const at = performance.now();
    const got = await http.once(claim(n)).catch(() => undefined);
    notes.push({ at, ms: performance.now() - at, status: got?.status ?? 0, code: got?.body.code });
    if (got && got.status !== 503) told.set(claim(n).key, got);
  }

  async function keepSending() {
    while (running && http.isOpen() && count < companies.length) {
      const sent = send(count++).finally(() => sending.delete(sent));
      sending.add(sent);
      await sleep(everyMs);
    }
  }
  const kept = keepSending();

  return {
    notes,
    since: (from) => notes.filter(({ at }) => at >= from),
    async firstSuccess() {
      const from = performance.now();
      const success = () => notes.find(({ at, status }) => at >= from && status === 200);
      await until("A claim that succeeds", () => success() !== undefined, 60_000, 10);
      const { at, ms } = success()!;
      return Math.round(at + ms - from);
    },
    async end() {
      running = false;
      await kept;
      await Promise.all(sending);
      const changed: string[] = [];
      await atOnce([...Array(count).keys()], 20, async (n) => {
        const got = await surely(http, claim(n), () => {});
        const first = told.get(claim(n).key) ?? got;
        if (stringify(first.body) !== stringify(got.body))
          changed.push(`claim ${n} was told ${stringify(first.body)}, and now ${stringify(got.body)}`);
      });
      await quiet(mongo);
      return [...changed, ...(await faultsIn(mongo)), ...(await claimsOnce(mongo, count))];
    },
  };
}

/** Each claim has one outcome and one seat: nothing acknowledged is lost, nothing is done twice. */
async function claimsOnce(mongo: Mongo, count: number): Promise<string[]> {
  const outcomes = outcomesOf(await commitsIn(mongo)).filter(({ command }) => command === "missions.claim");
  const given = outcomes.flatMap(({ events }) => events).filter(({ type }) => type === "SeatsConfirmed");
  const companies = new Set(given.map(({ data }) => (data as { company: string }).company));
  return given.length === count && companies.size === count && outcomes.length === count
    ? []
    : [
        `${count} claims came to ${outcomes.length} outcomes, ${given.length} seats, ${companies.size} companies`,
      ];
}

export const failed = (notes: Note[]) => notes.filter(({ status }) => status !== 200);
export const slowest = (notes: Note[]) => Math.round(Math.max(0, ...notes.map(({ ms }) => ms)));
