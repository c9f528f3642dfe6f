import { setTimeout as sleep } from "node:timers/promises";
import type { Clock } from "../clock/clock.ts";
import { type Marks, markOf } from "./marks.ts";

/** After so many tries at an event a consumer stands still at it. */
export const triesBeforeStop = 5;

const pollMs = 1_000;

type Stop = { event: { id: string; position: number }; cause: unknown; tries: number };

/**
 * A consumer that cannot take an event stands still there, and `/readyz` names it, until someone asks for another try.
 * A database that does not answer meanwhile is asked again: nobody else would.
 */
export async function standStill(
  { marks, clock }: { marks: Marks; clock: Clock },
  name: string,
  { event, cause, tries }: Stop,
  running: () => boolean,
): Promise<void> {
  const failed = {
    position: event.position,
    event: event.id,
    error: String(cause).slice(0, 200),
    at: clock.now(),
    tries,
  };
  const say = () => marks.updateOne({ _id: name }, { $set: { failed } });
  const stands = async () => (await markOf(marks, name)).failed !== undefined;
  let said = false;
  while (running()) {
    try {
      if (said && !(await stands())) return;
      if (!said) await say();
      said = true;
    } catch {}
    await sleep(pollMs);
  }
}
