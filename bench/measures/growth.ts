import { median } from "../figures.ts";
import { beside, type Line } from "../lines.ts";
import type { Claims } from "../load/claims.ts";
import type { Stage } from "../stage/stage.ts";
import { claim } from "./sign-ups.ts";

const blocks = 10;

/** What a claim costs on a mission with few entries and on one with a hundred times as many, in turns. */
export async function growth(stage: Stage): Promise<Line[]> {
  const { entries } = stage.effort;
  const [large = "", ...small] = await stage.missions(1 + blocks);
  const few = Math.ceil(entries / 100);
  const perBlock = Math.min(200, Math.floor(stage.people.members.length / (blocks + 2)));
  await fill(stage, large, entries);
  for (const mission of small) await fill(stage, mission, few);
  const { members } = stage.people;
  const onLarge: Claims = { missions: [large], members, order: "together", from: 0 };
  await claim(stage, onLarge, stage.effort.connections, 60, perBlock);
  const [costs, largeCosts]: number[][] = [[], []];
  // Each block comes from members of its own, for the gateway knows whoever was there a moment ago.
  const others = members.toReversed();
  for (const [n, mission] of small.entries()) {
    const onSmall: Claims = { missions: [mission], members: others, order: "together", from: n * perBlock };
    costs!.push(await cost(stage, onSmall, perBlock));
    largeCosts!.push(await cost(stage, onLarge, perBlock));
  }
  const name = `a claim beside ${entries} entries, against ${few}`;
  return [beside(name, median(largeCosts!), "ms", median(costs!), { atMost: 1.5 })];
}

async function cost(stage: Stage, claims: Claims, count: number): Promise<number> {
  const { seconds, requests } = await claim(stage, claims, stage.effort.connections, 60, count);
  return (seconds * 1_000) / requests;
}

/** An officer signs companies up. */
export async function fill(stage: Stage, mission: string, count: number): Promise<void> {
  const { officers, others } = stage.people;
  const members = others
    .slice(0, count)
    .map((company, n) => ({ company, session: officers[n % officers.length]! }));
  await claim(stage, { missions: [mission], members, order: "together", from: 0 }, 32, 600, count);
}
