import { median } from "../figures.ts";
import { beside, type Line } from "../lines.ts";
import type { Figures } from "../load/closed.ts";
import type { Stage } from "../stage/stage.ts";

/** A public mission and a list of 20, against a bare Fastify that sends the same bytes and headers. */
export async function publicReads(stage: Stage): Promise<Line[]> {
  const [mission] = await stage.missions(21);
  return [
    await besideBare(stage, "a public mission", `/api/missions/${mission}`),
    await besideBare(stage, "a public list of 20", "/api/missions?limit=20"),
  ];
}

async function besideBare(stage: Stage, name: string, path: string): Promise<Line> {
  const { load, bare, portal, effort } = stage;
  const { port } = await bare.ask<{ port: number }>("listen", { sends: await answerOf(portal.url, path) });
  const seconds = Math.min(5, effort.seconds);
  const shape = { path, seconds, connections: effort.connections };
  const read = async (at: number) => {
    const figures = await load.ask<Figures>("reads", { ...shape, port: at });
    if (Object.keys(figures.errors).length) throw new Error(`${path}: ${JSON.stringify(figures.errors)}`);
    return figures.perSecond;
  };
  const rates: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
  for (let round = 0; round < effort.rounds; round++) {
    rates.bare.push(await read(port));
    rates.ours.push(await read(portal.port));
  }
  return beside(name, median(rates.ours), "/s", median(rates.bare), { atLeast: 0.5 });
}

/** What Node itself adds to every answer. */
const ownHeaders = ["connection", "date", "keep-alive", "content-length"];

async function answerOf(url: string, path: string) {
  const response = await fetch(`${url}${path}`);
  const headers = Object.fromEntries([...response.headers].filter(([name]) => !ownHeaders.includes(name)));
  return { [path.split("?")[0]!]: { headers, body: await response.text() } };
}
