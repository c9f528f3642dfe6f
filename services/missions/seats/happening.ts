import { evolve, free, type SeatEvent, type Seats, timesOf } from "./seats.ts";

/** What a rule has come to so far: the events, and the state that they leave behind. */
export type Happening = { state: Seats; events: SeatEvent[] };

export const followedBy = ({ state, events }: Happening, ...more: SeatEvent[]): Happening => ({
  state: more.reduce(evolve, state),
  events: [...events, ...more],
});

/**
 * What is free goes to the list, in its order: each gets what it asks for, or what is left when that is at least the fewest it
 * takes. Who takes no less than more than that lets the next go by, and keeps its place.
 */
export function promote(before: Happening): Happening {
  const { state } = before;
  const given: SeatEvent[] = [];
  let left = free(state);
  let passed = 0;
  for (const [company, { seats: asked, least }] of state.waiting) {
    if (left === 0) break;
    if (least > left) {
      passed++;
      continue;
    }
    const seats = Math.min(asked, left);
    given.push({
      type: "SeatsConfirmed",
      data: {
        company,
        seats,
        asked,
        fromList: true,
        free: left,
        passed,
        times: timesOf(state, company),
      },
    });
    left -= seats;
  }
  return followedBy(before, ...given);
}

/** By the clock, whether or not their alarms have rung: what was held goes to the list before anything else happens. */
export function endHolds(state: Seats, now: Date): Happening {
  const before = { state, events: [] };
  if (state.holds.isEmpty()) return before;
  const over = [...state.holds.filter(({ endsAt }) => now >= endsAt)];
  if (!over.length) return before;
  over.sort(([, one], [, other]) => one.endsAt.getTime() - other.endsAt.getTime());
  const ended = followedBy(
    before,
    ...over.map(([company, { seats }]) => holdEnded(company, seats, "expired")),
  );
  return state.closed ? ended : promote(ended);
}

export const holdEnded = (
  company: string,
  seats: number,
  why: "confirmed" | "expired" | "given-up",
): SeatEvent => ({ type: "HoldEnded", data: { company, seats, why } });
