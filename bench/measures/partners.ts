import { mongo } from "mongoose";
import { percentile } from "../figures.ts";
import { beside, type Line } from "../lines.ts";
import type { Stage } from "../stage/stage.ts";

const budgetMs = 50;

/** The list of partners with its facets, of which no answer is kept, against the same rows read from the server itself. */
export async function partners(stage: Stage): Promise<Line[]> {
  const client = await new mongo.MongoClient(stage.mongoUri).connect();
  const rows = client.db().collection<{ _id: string }>("partnerships.partners");
  const bare = async () => {
    await rows.find({}, { projection: { order: 1, country: 1, ecosystems: 1, language: 1 } }).toArray();
    await rows.find({}, { limit: 20 }).toArray();
  };
  const times: Record<"all" | "filtered" | "bare", number[]> = { all: [], filtered: [], bare: [] };
  for (let n = 0; n < stage.effort.partnerReads; n++) {
    times.bare.push(await msOf(bare));
    times.all.push(await msOf(() => list(stage, "limit=20", n)));
    times.filtered.push(await msOf(() => list(stage, "find=hydrogen&ecosystem=digital,health", n)));
  }
  await client.close();
  const [all, filtered] = [percentile(times.all, 0.95), percentile(times.filtered, 0.95)];
  const many = `of ${stage.effort.partners} partners with facets`;
  return [
    beside(`a list ${many}: p95`, all, "ms", budgetMs, { atMost: 1 }),
    beside(`a filtered list ${many}: p95`, filtered, "ms", budgetMs, { atMost: 1 }),
    beside(
      `a list ${many}, against the server: p50`,
      percentile(times.all, 0.5),
      "ms",
      percentile(times.bare, 0.5),
      { atMost: 1 },
    ),
  ];
}

/** Another page each time, so that the portal has no answer kept. */
async function list({ portal }: Stage, query: string, n: number): Promise<void> {
  const answer = await fetch(`${portal.url}/api/partners?${query}&after=x/cluster ${n}`, {
    headers: { "x-forwarded-for": `10.1.${n >> 8}.${n & 255}` },
  });
  if (answer.status !== 200) throw new Error(`The list was answered with ${answer.status}.`);
  await answer.arrayBuffer();
}

async function msOf(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
