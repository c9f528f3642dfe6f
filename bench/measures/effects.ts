import { percentile } from "../figures.ts";
import { beside, type Line, none, plain } from "../lines.ts";
import type { Seen } from "../load/effects.ts";
import type { Stage } from "../stage/stage.ts";
import { anywhere, claim, togetherFor } from "./sign-ups.ts";

/**
 * How long after its commit a claim shows in the view, at half the rate the portal can take; beside the transactions in
 * which the bare view writes as many rows, while the same claims arrive and the same reader looks for them.
 */
export async function commitToEffect(stage: Stage): Promise<Line[]> {
  const { failed, ...seen } = await follow(stage, "effects");
  return [
    plain("commit to effect: claims", seen.perSecond, "/s"),
    plain("commit to effect: p50", percentile(seen.lags, 0.5), "ms"),
    plain("commit to effect: p99 of the bare view", percentile(seen.bareLags, 0.99), "ms"),
    beside("commit to effect: p99, against a bare transaction", ...tails(seen), { atMost: 4 }),
    none("commit to effect: claims without a commit", failed, "errors"),
  ];
}

/** The same once more when some hundred thousand claims are in the log: what grows with it, of itself or in the server, shows here. */
export async function effectsLater(stage: Stage): Promise<Line[]> {
  const seen = await follow(stage, "effects-later");
  const name = "commit to effect: p99 after all the load, against a bare transaction";
  return [beside(name, ...tails(seen))];
}

type Lags = { lags: number[]; bareLags: number[]; transactions: number[] };

const tails = ({ lags, transactions }: Lags) =>
  [percentile(lags, 0.99), "ms", percentile(transactions, 0.99)] as const;

async function follow(stage: Stage, use: string): Promise<Lags & { perSecond: number; failed: number }> {
  const { load, bare, portal, mongoUri, bareUri, effort } = stage;
  const seconds = Math.min(5, effort.seconds);
  const claims = await togetherFor(stage, (effort.rounds + 1) * seconds);
  const { connections } = effort;
  const most = await claim(stage, claims, connections, seconds);
  const perSecond = most.perSecond / 2;
  const { port } = await bare.ask<{ port: number }>("listenForClaims", {});
  const bareClaims = anywhere(stage, use, "together", 1_000);
  const shape = { connections, perSecond, seconds };
  const ours = { ...shape, port: portal.port, uri: mongoUri, rows: "missions.entries" };
  const theirs = { ...shape, port, uri: bareUri, rows: "entries" };
  const lags: number[] = [];
  const bareLags: number[] = [];
  const transactions: number[] = [];
  let failed = 0;
  for (let round = 0; round < effort.rounds; round++) {
    await bare.ask("transactions", {});
    const besides = await load.ask<Seen>("effects", { ...theirs, claims: bareClaims });
    bareClaims.from += besides.sent;
    bareLags.push(...besides.lags);
    transactions.push(...(await bare.ask<number[]>("transactions", {})));
    const seen = await load.ask<Seen>("effects", { ...ours, claims });
    claims.from += seen.sent;
    lags.push(...seen.lags);
    failed += seen.failed;
  }
  return { perSecond, lags, bareLags, transactions, failed };
}
