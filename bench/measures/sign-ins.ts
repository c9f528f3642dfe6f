import { setTimeout as sleep } from "node:timers/promises";
import { median, percentile } from "../figures.ts";
import { beside, type Line, none, plain } from "../lines.ts";
import type { Figures } from "../load/closed.ts";
import type { Visits, Waits } from "../load/visits.ts";
import { signersOf } from "../stage/signers.ts";
import type { Stage } from "../stage/stage.ts";
import { togetherFor } from "./sign-ups.ts";

/** They have begun for so much of a round when the others come: those begin all at once, as people do not. */
const early = 0.1;

/** How many sign in by a password, and how much longer everybody else waits meanwhile: in turns with nobody signing in. */
export async function signIns(stage: Stage): Promise<Line[]> {
  const { effort, load, portal, people } = stage;
  const { rounds, seconds, visitsPerSecond: perSecond, connections, signingIn } = effort;
  const signers = await signersOf(stage);
  const claims = await togetherFor(stage, rounds * seconds);
  const path = `/api/missions/${claims.missions[0]}`;
  const shape = { port: portal.port, connections, seconds };
  const visit = async (waits: Waits[]) => {
    const asked: Visits = { ...shape, perSecond, path, members: people.members, claims };
    const seen = await load.ask<Waits>("visits", asked);
    claims.from += seen.claims.length;
    waits.push(seen);
  };
  const idle: Waits[] = [];
  const busy: Waits[] = [];
  const entering: Figures[] = [];
  for (let round = 0; round < rounds; round++) {
    await visit(idle);
    const entered = load.ask<Figures>("signIns", {
      ...shape,
      seconds: seconds * (1 + early),
      connections: signingIn,
      signers,
    });
    await sleep(seconds * early * 1_000);
    await visit(busy);
    entering.push(await entered);
  }
  // Of each round, for one in which the server tidied up says nothing of people who sign in.
  const p99 = (waits: Waits[], of: "reads" | "claims") =>
    median(waits.map((one) => percentile(one[of], 0.99)));
  const failed = [...idle, ...busy].reduce((sum, one) => sum + one.failed, 0);
  const refused = entering.flatMap(({ errors }) => Object.values(errors)).reduce((sum, one) => sum + one, 0);
  const thrice = { atMost: 3 };
  return [
    plain("sign-ins by password", median(entering.map(({ perSecond }) => perSecond)), "/s"),
    plain("sign-ins by password: p50", median(entering.map(({ p50 }) => p50)), "ms"),
    beside("reads while people sign in: p99", p99(busy, "reads"), "ms", p99(idle, "reads"), thrice),
    beside("sign-ups while people sign in: p99", p99(busy, "claims"), "ms", p99(idle, "claims"), thrice),
    none("sign-ins, reads and sign-ups: errors", failed + refused, "errors"),
  ];
}
