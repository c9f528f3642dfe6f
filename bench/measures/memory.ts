import { setTimeout as sleep } from "node:timers/promises";
import { beside, type Line, plain } from "../lines.ts";
import type { Stage } from "../stage/stage.ts";
import { claim, togetherFor } from "./sign-ups.ts";

const budgetMiB = 300;

/** What the one process holds after all that was measured before and some more load: at once, and when it has come to rest. */
export async function memory(stage: Stage): Promise<Line[]> {
  const { connections, seconds, restSeconds } = stage.effort;
  await claim(stage, await togetherFor(stage, seconds), connections, seconds);
  const most = await stage.portal.residentMiB();
  await sleep(restSeconds * 1_000);
  const rested = await stage.portal.residentMiB();
  return [
    plain("resident memory as the load ends", most, "MiB"),
    beside("resident memory after the load, at rest", rested, "MiB", budgetMiB, { atMost: 1 }),
  ];
}
