import {
  type Map as Companies,
  Map as companies,
  type OrderedMap as Queue,
  OrderedMap as queue,
} from "immutable";
import type { EventOf } from "#shared/contract/contract.ts";
import type { Feature } from "#shared/log/feature.ts";
import type { events } from "./contract.ts";

export type SeatEvent = EventOf<{ events: typeof events }>;

/**
 * The seats of one mission. Ten thousand companies may stand in it, so it is made of persistent maps: a new state shares
 * all but a few nodes with the old one. Who has withdrawn is forgotten: they may claim as if they never had.
 */
export type Seats = {
  offered: { capacity: number; opensAt: Date; closesAt: Date } | undefined;
  closed: boolean;
  taken: number;
  /** The seats of each company that has some. */
  confirmed: Companies<string, number>;
  /** Companies in order of arrival, with the seats they ask for. */
  waiting: Queue<string, number>;
};

export const initial: Seats = {
  offered: undefined,
  closed: false,
  taken: 0,
  confirmed: companies(),
  waiting: queue(),
};

/** Whether a company is confirmed or waits, and for how many seats. */
export function standing(seats: Seats, company: string) {
  const confirmed = seats.confirmed.get(company);
  if (confirmed !== undefined) return { state: "confirmed" as const, seats: confirmed };
  const wanted = seats.waiting.get(company);
  return wanted === undefined ? undefined : { state: "waiting" as const, seats: wanted };
}

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
        confirmed: seats.confirmed.set(company, count),
        waiting: seats.waiting.delete(company),
      };
    }
    case "SeatsWaitlisted": {
      const { company, seats: count } = event.data;
      return { ...seats, waiting: seats.waiting.set(company, count) };
    }
    case "SeatsWithdrawn": {
      const { company, seats: count, was } = event.data;
      return {
        ...seats,
        taken: was === "confirmed" ? seats.taken - count : seats.taken,
        confirmed: seats.confirmed.delete(company),
        waiting: seats.waiting.delete(company),
      };
    }
    default:
      return event satisfies never;
  }
}

export const seats: Feature<Seats, SeatEvent> = { name: "seats", initial, evolve };
