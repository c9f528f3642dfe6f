import {
  type Map as Companies,
  Map as companies,
  type OrderedMap as Queue,
  OrderedMap as queue,
} from "immutable";
import type { EventOf } from "#shared/contract/contract.ts";
import type { Feature } from "#shared/log/feature.ts";
import type { delegateEvents } from "../delegates/contract.ts";
import type { events } from "./contract.ts";

export type SeatEvent = EventOf<{ events: typeof events & typeof delegateEvents }>;

/** `least`: with how many of them it comes too. */
export type Asked = { seats: number; least: number };
/** `at`: since when, `endsAt`: until when. */
export type Hold = { seats: number; asked: Asked; at: Date; endsAt: Date; extended: boolean; passed: Passed };
/** `answers`: the document with what they filled in last. */
export type Delegate = { id: string; answers?: string };
/** What was free when seats were given or held, and how many then waited for more than that. */
export type Passed = { free: number; passed: number };

/**
 * The seats of one mission. Ten thousand companies may stand in it, so it is made of persistent maps: a new state shares
 * all but a few nodes with the old one. Who has withdrawn is forgotten but for how often they signed up: they may claim as
 * if they never had.
 */
export type Seats = {
  /** `most`: for one company. */
  offered: { capacity: number; most: number; opensAt: Date; closesAt: Date } | undefined;
  closed: boolean;
  taken: number;
  /** The seats of each company that has some. */
  confirmed: Companies<string, number>;
  /** Companies in the order of the list, with what they ask for. */
  waiting: Queue<string, Asked>;
  /** Seats kept for companies that are signing up. */
  held: number;
  holds: Companies<string, Hold>;
  /** How often a company has signed up that has ever withdrawn: the thousands that have not did so once. */
  times: Companies<string, number>;
  /** Who goes for each company that has named somebody, in the order in which they were named. */
  delegates: Companies<string, readonly Delegate[]>;
};

export const initial: Seats = {
  offered: undefined,
  closed: false,
  taken: 0,
  confirmed: companies(),
  waiting: queue(),
  held: 0,
  holds: companies(),
  times: companies(),
  delegates: companies(),
};

/** Whether a company is confirmed or waits, and for how many seats. */
export function standing(seats: Seats, company: string) {
  const confirmed = seats.confirmed.get(company);
  if (confirmed !== undefined) return { state: "confirmed" as const, seats: confirmed, least: confirmed };
  const wanted = seats.waiting.get(company);
  return wanted && { state: "waiting" as const, ...wanted };
}

/** What nobody has and nobody holds. */
export const free = (seats: Seats): number => (seats.offered?.capacity ?? 0) - seats.taken - seats.held;

export const namedBy = ({ delegates }: Seats, company: string): readonly Delegate[] =>
  delegates.get(company) ?? [];

/** How often it has signed up, this time included. */
export const timesOf = (seats: Seats, company: string): number =>
  seats.times.get(company) ?? (standing(seats, company) ? 1 : 0);

/** With that of a company which signs up now; an old event does not say how often it then has. */
function counted(seats: Seats, company: string, said: number) {
  const times = said || timesOf(seats, company) + 1;
  return times > 1 ? seats.times.set(company, times) : seats.times;
}

export function evolve(seats: Seats, event: SeatEvent): Seats {
  switch (event.type) {
    case "SeatsOffered": {
      const { capacity, perCompany: most = Number.POSITIVE_INFINITY, opensAt, closesAt } = event.data;
      const dates = { opensAt: new Date(opensAt), closesAt: new Date(closesAt) };
      return { ...seats, offered: { capacity, most, ...dates } };
    }
    case "SeatsClosed":
      return { ...seats, closed: true };
    case "SeatsConfirmed": {
      const { company, seats: count, fromList, times } = event.data;
      return {
        ...seats,
        taken: seats.taken + count,
        confirmed: seats.confirmed.set(company, count),
        waiting: seats.waiting.delete(company),
        times: fromList ? seats.times : counted(seats, company, times),
      };
    }
    case "SeatsWaitlisted": {
      const { company, seats: count, least, times } = event.data;
      return {
        ...seats,
        waiting: seats.waiting.set(company, { seats: count, least }),
        times: counted(seats, company, times),
      };
    }
    case "SeatsChanged": {
      const { company, state, before, seats: count, least } = event.data;
      return state === "waiting"
        ? { ...seats, waiting: seats.waiting.set(company, { seats: count, least }) }
        : {
            ...seats,
            taken: seats.taken - before + count,
            confirmed: seats.confirmed.set(company, count),
          };
    }
    case "SeatsWithdrawn": {
      const { company, seats: count, was } = event.data;
      return {
        ...seats,
        taken: was === "confirmed" ? seats.taken - count : seats.taken,
        confirmed: seats.confirmed.delete(company),
        waiting: seats.waiting.delete(company),
        times: seats.times.set(company, timesOf(seats, company)),
      };
    }
    case "EntryMoved": {
      const { company, to } = event.data;
      // The whole list anew, which only the office does and seldom.
      const line = [...seats.waiting].filter(([other]) => other !== company);
      line.splice(to - 1, 0, [company, seats.waiting.get(company)!]);
      return { ...seats, waiting: queue(line) };
    }
    case "SeatsHeld": {
      const { company, seats: count, asked, least, before, at, endsAt, free, passed } = event.data;
      const hold: Hold = {
        ...{ seats: count, asked: { seats: asked, least }, at: new Date(at), endsAt: new Date(endsAt) },
        extended: seats.holds.get(company)?.extended ?? false,
        passed: { free, passed },
      };
      return {
        ...seats,
        held: seats.held - before + count,
        holds: seats.holds.set(company, hold),
      };
    }
    case "HoldExtended": {
      const { company, endsAt } = event.data;
      const hold = seats.holds.get(company)!;
      const longer = { ...hold, endsAt: new Date(endsAt), extended: true };
      return { ...seats, holds: seats.holds.set(company, longer) };
    }
    case "HoldEnded": {
      const { company, seats: count } = event.data;
      return { ...seats, held: seats.held - count, holds: seats.holds.delete(company) };
    }
    case "DelegateNamed": {
      const { company, delegate } = event.data;
      return {
        ...seats,
        delegates: seats.delegates.set(company, [...namedBy(seats, company), { id: delegate }]),
      };
    }
    case "DelegateRemoved": {
      const { company, delegate } = event.data;
      const others = namedBy(seats, company).filter(({ id }) => id !== delegate);
      const { delegates } = seats;
      return {
        ...seats,
        delegates: others.length ? delegates.set(company, others) : delegates.delete(company),
      };
    }
    case "DelegateAnswered": {
      const { company, delegate: id, answers } = event.data;
      const all = namedBy(seats, company).map((one) => (one.id === id ? { id, answers } : one));
      return { ...seats, delegates: seats.delegates.set(company, all) };
    }
    default:
      return event satisfies never;
  }
}

export const seats: Feature<Seats, SeatEvent> = { name: "seats", initial, evolve };
