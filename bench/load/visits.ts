import { type Claims, claimAt, type Member, requestOf } from "./claims.ts";
import { atPace } from "./pace.ts";
import { openPool } from "./pool.ts";
import { readOf } from "./reads.ts";

export type Visits = {
  port: number;
  connections: number;
  perSecond: number;
  seconds: number;
  /** What each member in turn reads. */
  path: string;
  members: Member[];
  /** What they change: as many claims as reads. */
  claims: Claims;
};

/** Ms from when a request was due until its answer. */
export type Waits = { reads: number[]; claims: number[]; failed: number };

/** People come at an even rate, whether or not those before them have been served. */
export async function visits({ port, connections, perSecond, seconds, ...what }: Visits): Promise<Waits> {
  const pool = await openPool(port, connections);
  const waits: Waits = { reads: [], claims: [], failed: 0 };
  let sent = 0;
  await atPace(perSecond, seconds, async () => {
    const n = sent++;
    const claim = n % 2 ? claimAt(what.claims, what.claims.from + (n >> 1)) : undefined;
    const { session } = what.members[n % what.members.length]!;
    const due = performance.now();
    const { status } = await pool.send(claim ? requestOf(claim) : readOf(what.path, session));
    waits[claim ? "claims" : "reads"].push(performance.now() - due);
    if (status !== 200) waits.failed++;
  });
  pool.close();
  return waits;
}
