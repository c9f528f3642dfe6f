import { mongo } from "mongoose";
import "#services/missions/missions.contract.ts";
import { hold } from "#services/missions/seats/holds/rules.ts";
import { change, claim, offer, withdraw } from "#services/missions/seats/rules.ts";
import { seats } from "#services/missions/seats/seats.ts";
import { isRefusal } from "#shared/contract/refusals.ts";
import { type Command, openCluster } from "./cluster.ts";
import { openStore, type Store } from "./store.ts";
import { openWorld, TimedOut, type World } from "./world.ts";

/** A command as its client knows it: what it asked and the first answer it got. */
export type Asked = Command & { answer: unknown };

export type Run = { store: Store; asked: Asked[]; faultsUntil: number };

const rules: Record<string, Command["decide"]> = { offer, claim, withdraw, change, hold };
const opensAt = "2026-11-01T08:00:00.000Z";
const closesAt = "2026-12-15T16:00:00.000Z";

/** Some companies want too few seats of some missions, while everything fails now and then. */
export async function runSeed(seed: number): Promise<Run> {
  const world = openWorld(seed);
  const store = openStore(world);
  const asked: Asked[] = [];
  const missions = Array.from({ length: world.between(1, 3) }, (_, n) => `seats/mission-${n}`);
  const capacity = world.between(1, 6);
  const quietAt = world.between(500, 4_000);

  async function all() {
    const cluster = await openCluster(world, store);
    const send = async (command: Command) => {
      const answer = await answered(world, () => cluster.execute(command));
      asked.push({ ...command, answer });
    };
    for (const [n, stream] of missions.entries())
      await send(seatCommand(stream, "offer", { capacity, opensAt, closesAt }, `offer-${n}`));
    const companies = Array.from({ length: world.between(2, 12) }, (_, n) => `company-${n}`);
    await Promise.all(companies.map((company) => visit(world, missions, company, send)));
    cluster.stop();
  }

  await world.run(all(), quietAt, quietAt + 30_000);
  return { store, asked, faultsUntil: quietAt };
}

/** One company holds, claims, changes and withdraws, impatient: it sends some commands twice at once, or again later. */
async function visit(
  world: World,
  missions: string[],
  company: string,
  send: (command: Command) => Promise<void>,
) {
  const wishes = world.between(1, 4);
  for (let n = 0; n < wishes; n++) {
    await world.pause(world.between(0, 400));
    const what = world.percent(60) ? "claim" : world.pick(["withdraw", "change", "hold"] as const);
    const stream = world.pick(missions);
    const command = seatCommand(stream, what, { company, seats: world.between(1, 2) }, `${company}-${n}`);
    const times = world.percent(25) ? 2 : 1;
    await Promise.all(Array.from({ length: times }, () => send(command)));
    if (world.percent(20)) await send(command);
    if (world.percent(10)) await send({ ...command, hash: "another body" });
  }
}

/** A client asks again by the same key until it is told something. */
async function answered(world: World, execute: () => Promise<{ reply: unknown }>): Promise<unknown> {
  for (;;) {
    try {
      const { reply } = await execute();
      if (!isRefusal(reply) || (reply as { refused: string }).refused !== "busy") return reply;
    } catch (error) {
      // Whether it happened is not known: the key will tell.
      if (!(error instanceof TimedOut || error instanceof mongo.MongoNetworkError)) throw error;
    }
    await world.pause(world.between(50, 300));
  }
}

function seatCommand(
  stream: string,
  what: "offer" | "claim" | "withdraw" | "change" | "hold",
  command: object,
  key: string,
): Command {
  const reply = (after: any, events: any[]) => ({
    happened: events.map(({ type }) => type),
    ...(what === "claim" && { place: after.waiting.size }),
  });
  return {
    feature: seats,
    stream,
    decide: rules[what]!,
    command,
    reply,
    name: `missions.${what}`,
    key,
    hash: JSON.stringify([stream, what, command]),
  };
}
