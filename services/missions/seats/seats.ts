import { Map as Entries, OrderedMap as Queue } from "immutable";
import type { EventOf } from "#shared/contract/contract.ts";
import type { Feature } from "#shared/log/feature.ts";
import type { events } from "./contract.ts";

export type SeatEvent = EventOf<{ events: typeof events }>;

export type Entry = { state: "confirmed" | "waiting" | "withdrawn"; seats: number };

/**
 * The seats of one mission. Ten thousand companies may stand in it, so it is made of persistent maps:
 * a new state shares all but a few nodes with the old one.
 */
export type Seats = {
  offered: { capacity: number; opensAt: Date; closesAt: Date } | undefined;
  closed: boolean;
  taken: number;
  entries: Entries<string, Entry>;
  /** Companies in order of arrival, with the seats they ask for. */
  waiting: Queue<string, number>;
};

export const initial: Seats = {
  offered: undefined,
  closed: false,
  taken: 0,
  entries: Entries(),
  waiting: Queue(),
};

export const free = (seats: Seats): number => (seats.offered?.capacity ?? 0) - seats.taken;

export function evolve(seats: Seats, event: SeatEvent): Seats {
  switch (event.type) {
    case "SeatsOffered": {
      const { capacity, opensAt, closesAt } = event.data;
      return { ...seats, offered: { capacity, opensAt: new Date(opensAt), closesAt: new Date(closesAt) } };
    }
    case "SeatsClosed":
      return { ...seats, closed: true };
    case "SeatsConfirmed": {
      const { company, seats: count } = event.data;
      return {
        ...seats,
        taken: seats.taken + count,
        entries: seats.entries.set(company, { state: "confirmed", seats: count }),
        waiting: seats.waiting.delete(company),
      };
    }
    case "SeatsWaitlisted": {
      const { company, seats: count } = event.data;
      return {
        ...seats,
        entries: seats.entries.set(company, { state: "waiting", seats: count }),
        waiting: seats.waiting.set(company, count),
      };
    }
    case "SeatsWithdrawn": {
      const { company, seats: count, was } = event.data;
      return {
        ...seats,
        taken: was === "confirmed" ? seats.taken - count : seats.taken,
        entries: seats.entries.set(company, { state: "withdrawn", seats: count }),
        waiting: seats.waiting.delete(company),
      };
    }
    default:
      return event satisfies never;
  }
}

export const seats: Feature<Seats, SeatEvent> = { name: "seats", initial, evolve };
