import { percentile } from "../figures.ts";
import { beside, type Line, none, plain } from "../lines.ts";
import type { Seen } from "../load/effects.ts";
import type { Stage } from "../stage/stage.ts";
import { claim, togetherFor } from "./sign-ups.ts";

/** How long after its commit a claim shows in the view, at half the rate the portal can take. */
export async function commitToEffect(stage: Stage): Promise<Line[]> {
  const { load, bare, portal, mongoUri, effort } = stage;
  const seconds = Math.min(5, effort.seconds);
  const claims = await togetherFor(stage, (effort.rounds + 1) * seconds);
  const { connections } = effort;
  const most = await claim(stage, claims, connections, seconds);
  const perSecond = most.perSecond / 2;
  const lags: number[] = [];
  let failed = 0;
  const transactions: number[] = [];
  for (let round = 0; round < effort.rounds; round++) {
    transactions.push(...(await bare.ask<number[]>("transactions", { perSecond, seconds, missions: 1 })));
    const shape = { port: portal.port, uri: mongoUri, connections, perSecond, seconds };
    const seen = await load.ask<Seen>("effects", { ...shape, claims });
    claims.from += seen.sent;
    lags.push(...seen.lags);
    failed += seen.failed;
  }
  const [lag, transaction] = [percentile(lags, 0.99), percentile(transactions, 0.99)];
  return [
    plain("commit to effect: claims", perSecond, "/s"),
    plain("commit to effect: p50", percentile(lags, 0.5), "ms"),
    beside("commit to effect: p99, against a bare transaction", lag, "ms", transaction, { atMost: 4 }),
    none("commit to effect: claims without a commit", failed, "errors"),
  ];
}
