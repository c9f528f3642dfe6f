import { beside, type Line } from "../lines.ts";
import type { Stage } from "../stage/stage.ts";
import { claim, togetherFor } from "./sign-ups.ts";

const budgetMiB = 300;

/** What the one process holds after all that was measured before, and some more load. */
export async function memory(stage: Stage): Promise<Line[]> {
  const { connections, seconds } = stage.effort;
  await claim(stage, await togetherFor(stage, seconds), connections, seconds);
  const resident = await stage.portal.residentMiB();
  return [beside("resident memory after the load", resident, "MiB", budgetMiB, { atMost: 1 })];
}
