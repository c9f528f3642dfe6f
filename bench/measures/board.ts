import { newId } from "#shared/ids.ts";
import { percentile } from "../figures.ts";
import { beside, type Line } from "../lines.ts";
import type { Figures } from "../load/closed.ts";
import type { Stage } from "../stage/stage.ts";
import { fill } from "./growth.ts";

const listMs = 100;
/** What is promised to people. */
const toldMs = 1_000;
const changes = 20;

/** A mission on which nearly all wait: its list as the office opens it, and how soon everyone who looks at it has a seat that came free. */
export async function board(stage: Stage): Promise<Line[]> {
  const { effort, people, portal, load } = stage;
  const [session = ""] = people.officers;
  const capacity = Math.ceil(effort.entries / 100);
  const [mission = ""] = await stage.missions(1, capacity);
  await fill(stage, mission, effort.entries);
  const list = `/api/missions/${mission}/entries?state=waiting&limit=100`;
  const once = { port: portal.port, connections: 1, seconds: effort.seconds / 2 };
  const read = await load.ask<Figures>("reads", { ...once, path: list, session });
  const path = `/api/missions/${mission}`;
  const withdrawals = people.others.slice(0, Math.min(changes, capacity)).map((company) => ({
    ...{ path: `${path}/withdrawals`, session, key: newId() },
    body: { company },
  }));
  const clients = effort.followers;
  const times = await load.ask<number[]>("followers", {
    ...{ port: portal.port, path, clients },
    changes: withdrawals,
  });
  return [
    beside(`the waiting list of ${effort.entries} entries: p99`, read.p99, "ms", listMs, { atMost: 1 }),
    beside(
      `a seat that comes free, fetched by ${clients} pages: slowest`,
      percentile(times, 1),
      "ms",
      toldMs,
      {
        atMost: 1,
      },
    ),
  ];
}
