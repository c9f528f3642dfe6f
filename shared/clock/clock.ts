/** Where every "now" of the domain comes from, so that a test or the demo can move it. */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };

export type ManualClock = Clock & { set(to: Date): void; advance(ms: number): void };

export function manualClock(start: Date): ManualClock {
  let now = start.getTime();
  return {
    now: () => new Date(now),
    set(to) {
      now = to.getTime();
    },
    advance(ms) {
      now += ms;
    },
  };
}
