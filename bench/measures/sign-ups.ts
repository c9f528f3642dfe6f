import { median } from "../figures.ts";
import { beside, type Line, none, plain } from "../lines.ts";
import type { Claims } from "../load/claims.ts";
import type { Figures } from "../load/closed.ts";
import type { Stage } from "../stage/stage.ts";

/**
 * Sign-ups through HTTP, in turns with numbered commits written by hand: behind a bare Fastify, which is what must be
 * kept up with (docs/decisions/what-sign-ups-are-measured-against.md), and without HTTP, which says what HTTP takes.
 */
export async function signUps(stage: Stage): Promise<Line[]> {
  const { effort, bare } = stage;
  const { rounds, seconds, spread, connections } = effort;
  const ours = { one: await togetherFor(stage, rounds * seconds), many: await spreadOver(stage) };
  const first = await ceiling(stage);
  const { port } = await bare.ask<{ port: number }>("listenForClaims", {});
  const bareClaims = {
    one: anywhere(stage, "one", "together", 1_000),
    many: anywhere(stage, "many", "spread", spread),
  };
  const all = {
    one: [] as Figures[],
    many: [] as Figures[],
    bareOne: [] as Figures[],
    bareMany: [] as Figures[],
    loopOne: [] as Figures[],
    loopMany: [] as Figures[],
  };
  const loop = (missions: number) => bare.ask<Figures>("claims", { clients: connections, seconds, missions });
  const over = (claims: Claims) => claim(stage, claims, connections, seconds, undefined, port);
  const turns = [
    async () => all.one.push(await claim(stage, ours.one, connections, seconds)),
    async () => all.bareOne.push(await over(bareClaims.one)),
    async () => all.many.push(await claim(stage, ours.many, connections, seconds)),
    async () => all.bareMany.push(await over(bareClaims.many)),
  ];
  // What one has written the server goes on storing while the next is at work, so each follows another in every round.
  for (let round = 0; round < rounds; round++)
    for (const turn of round % 2 ? turns.toReversed() : turns) await turn();
  // It writes so much that whoever followed it would stand in its wake.
  for (let round = 0; round < rounds; round++) {
    all.loopOne.push(await loop(1));
    all.loopMany.push(await loop(spread));
  }
  const rate = (figures: Figures[]) => median(figures.map(({ perSecond }) => perSecond));
  const [one, many] = [rate(all.one), rate(all.many)];
  const half = { atLeast: 0.5 };
  return [
    first,
    beside("sign-ups on one mission", one, "/s", rate(all.bareOne), half),
    beside("the same, against the loop without HTTP", one, "/s", rate(all.loopOne)),
    ...delays("sign-ups on one mission", all.one),
    beside(`sign-ups on ${spread} missions`, many, "/s", rate(all.bareMany), half),
    beside("the same, against the loop without HTTP", many, "/s", rate(all.loopMany)),
    ...delays(`sign-ups on ${spread} missions`, all.many),
    beside("one mission and many differ", Math.max(one, many), "/s", Math.min(one, many), { atMost: 2 }),
  ];
}

/** Many connections at once on one mission: slower each, but none is turned away. */
export async function crowd(stage: Stage): Promise<Line[]> {
  const { seconds, crowd: connections } = stage.effort;
  const figures = await claim(stage, await togetherFor(stage, seconds), connections, seconds);
  const name = `sign-ups over ${connections} connections`;
  return [
    plain(name, figures.perSecond, "/s"),
    ...delays(name, [figures]),
    none(`${name}: errors${told(figures)}`, errorsOf(figures), "errors"),
  ];
}

const delays = (name: string, figures: Figures[]): Line[] => [
  plain(`${name}: p50`, median(figures.map(({ p50 }) => p50)), "ms"),
  plain(`${name}: p99`, median(figures.map(({ p99 }) => p99)), "ms"),
];

const errorsOf = ({ errors }: Figures) => Object.values(errors).reduce((sum, count) => sum + count, 0);
const told = (figures: Figures) => (errorsOf(figures) ? ` ${JSON.stringify(figures.errors)}` : "");

/** More than any machine of today signs up, so that claims do not run out within the time. */
const mostPerSecond = 6_000;

/** Claims on one mission, until every member has claimed; then on the next. */
export async function togetherFor(stage: Stage, seconds: number): Promise<Claims> {
  const { members } = stage.people;
  const count = Math.ceil((seconds * mostPerSecond) / members.length);
  return { missions: await stage.missions(count), members, order: "together", from: 0 };
}

export async function spreadOver(stage: Stage): Promise<Claims> {
  const missions = await stage.missions(stage.effort.spread);
  return { missions, members: stage.people.members, order: "spread", from: 0 };
}

/** Sends claims from where the last round ended. A claim that was refused would make the figure a lie. */
export async function claim(
  { load, portal }: Stage,
  claims: Claims,
  connections: number,
  seconds: number,
  most?: number,
  port = portal.port,
): Promise<Figures> {
  const shape = { port, connections, seconds, ...(most && { most }) };
  const figures = await load.ask<Figures>("claims", { ...shape, claims });
  claims.from += figures.requests;
  if (figures.errors["409"] || figures.errors["403"]) throw new Error(`Claims failed:${told(figures)}`);
  return figures;
}

/** What the load itself can do, on a bare Fastify that answers the same to everything. */
async function ceiling(stage: Stage): Promise<Line> {
  const { bare, load, effort } = stage;
  const headers = { "content-type": "application/json; charset=utf-8" };
  const sends = { "/api/missions/:mission/claims": { headers, body: '{"state":"confirmed","position":1}' } };
  const { port } = await bare.ask<{ port: number }>("listen", { sends });
  const seconds = Math.min(3, effort.seconds);
  const shape = { port, connections: effort.connections, seconds };
  const figures = await load.ask<Figures>("claims", {
    ...shape,
    claims: anywhere(stage, "ceiling", "together", 1_000),
  });
  return plain("ceiling: the same load on a bare Fastify", figures.perSecond, "/s");
}

/** For those who take any mission. Each use has missions of its own, or its claims would come twice. */
export const anywhere = (
  { people }: Stage,
  use: string,
  order: Claims["order"],
  missions: number,
): Claims => ({
  missions: Array.from({ length: missions }, (_, n) => `${use}-${n}`),
  members: people.members,
  order,
  from: 0,
});
