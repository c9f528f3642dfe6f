import { setTimeout as sleep } from "node:timers/promises";

/** Begins work at an even rate, whether or not what was begun before is done; then waits for the rest. */
export async function atPace(perSecond: number, seconds: number, work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  const all: Promise<void>[] = [];
  for (;;) {
    const due = Math.floor(((performance.now() - began) / 1_000) * perSecond);
    if (due >= perSecond * seconds) break;
    while (all.length <= due) all.push(work());
    await sleep(1);
  }
  await Promise.all(all);
  return all.length;
}
