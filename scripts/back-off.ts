const first = 250;
const most = 10_000;
const settledAfter = 30_000;

/** How long to wait before the next start, in ms: doubling while it keeps dying, afresh once it stayed up. */
export function nextDelay(previous: number | undefined, stayedUp: number): number {
  if (previous === undefined || stayedUp >= settledAfter) return first;
  return Math.min(previous * 2, most);
}
