import { may } from "../app/may.ts";
import { useAsk } from "../app/queries.ts";
import type { Entry } from "./EntryState.tsx";

/** All missions in order of their first day: those to come, and those that have been. */
export function useMissions() {
  return useAsk("GET /missions", { limit: 100 });
}

type Timed = { lastDay: string; state: string };

export function byTime<M extends Timed>(rows: M[]): { coming: M[]; cancelled: M[]; past: M[] } {
  const ahead = rows.filter((row) => !isOver(row));
  return {
    coming: ahead.filter(({ state }) => state !== "cancelled"),
    cancelled: ahead.filter(({ state }) => state === "cancelled"),
    past: rows.filter(isOver).reverse(),
  };
}

/** Nothing changes any more about who went. */
export const isOver = ({ lastDay }: Pick<Timed, "lastDay">): boolean =>
  lastDay < new Date().toISOString().slice(0, 10);

/** What sign-up comes to for a reader: open with every seat taken means the waiting list. */
export const shownState = (mission: Seats & { state: string }): string =>
  mission.state === "open" && freeIn(mission) <= 0 ? "full" : mission.state;

type Seats = { capacity: number; taken: number; held: number };

/** What nobody has and nobody holds. */
export const freeIn = ({ capacity, taken, held }: Seats): number => capacity - taken - held;

type Limits = Pick<Seats, "capacity"> & { perCompany?: number };

/** For who stands there already: as many as it has, unless it may ask for more. */
export const mostFor = (mission: Limits, entry: Entry): number =>
  may(entry, "ask-more") ? mostSeats(mission) : entry.seats;

/** No more than this in one entry or for one company, and never more than there are. */
export const mostSeats = ({ capacity, perCompany = capacity }: Limits): number =>
  Math.min(50, capacity, perCompany);
