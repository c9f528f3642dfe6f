import { setTimeout as sleep } from "node:timers/promises";
import { mongo } from "mongoose";
import { type Claims, claimAt, requestOf } from "./claims.ts";
import { atPace } from "./pace.ts";
import { openPool } from "./pool.ts";

type Job = {
  port: number;
  uri: string;
  /** Where the rows of the view are. */
  rows: string;
  connections: number;
  perSecond: number;
  seconds: number;
};

export type Seen = { lags: number[]; sent: number; failed: number };

/**
 * Ms from an acknowledged claim until the row of the view shows it, one claim looked after at a time. The reader looks once
 * a millisecond: without a pause it took half a core, on both sides, from what is measured.
 */
export async function effects(job: Job & { claims: Claims }): Promise<Seen> {
  const client = await new mongo.MongoClient(job.uri).connect();
  const rows = client.db().collection<{ _id: string }>(job.rows);
  const pool = await openPool(job.port, job.connections);
  const lags: number[] = [];
  let watching: Promise<void> | undefined;
  let sent = 0;
  let failed = 0;

  async function claim() {
    const one = claimAt(job.claims, job.claims.from + sent);
    if (!one) return;
    sent++;
    const { status } = await pool.send(requestOf(one));
    const acknowledged = performance.now();
    if (status !== 200) failed++;
    else watching ??= watch(`${one.mission}/${one.company}`, acknowledged);
  }

  async function watch(_id: string, acknowledged: number) {
    while (!(await rows.findOne({ _id })) && performance.now() - acknowledged < 30_000) await sleep(1);
    lags.push(performance.now() - acknowledged);
    watching = undefined;
  }

  await atPace(job.perSecond, job.seconds, claim);
  await watching;
  pool.close();
  await client.close();
  return { lags, sent, failed };
}
