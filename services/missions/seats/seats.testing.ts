import type { SeatEvent } from "./seats.ts";

export const day = (date: string) => `${date}T08:00:00.000Z`;

export const offered = (capacity: number, own: { perCompany?: number } = {}): SeatEvent => ({
  type: "SeatsOffered",
  data: { capacity, ...own, opensAt: day("2026-11-01"), closesAt: day("2026-12-01") },
});

type Given = Partial<Extract<SeatEvent, { type: "SeatsConfirmed" }>["data"]>;

/** All that was asked for, past nobody, and for the first time, unless said otherwise; `free`: before they were given. */
export const confirmed = (company: string, seats = 1, own: Given = {}): SeatEvent => ({
  type: "SeatsConfirmed",
  data: { ...{ company, seats, asked: seats, fromList: false, free: seats, passed: 0, times: 1 }, ...own },
});

export const waitlisted = (company: string, seats = 1, least = seats, times = 1): SeatEvent => ({
  type: "SeatsWaitlisted",
  data: { company, seats, least, times },
});

export const withdrawn = (company: string, seats: number, was: "confirmed" | "waiting"): SeatEvent => ({
  type: "SeatsWithdrawn",
  data: { company, seats, was },
});

type Held = Partial<Extract<SeatEvent, { type: "SeatsHeld" }>["data"]>;

/** From the morning of 23 November, for twenty minutes. */
export const held = (company: string, seats = 1, own: Held = {}): SeatEvent => ({
  type: "SeatsHeld",
  data: {
    ...{ company, seats, asked: seats, least: seats, before: 0, free: seats, passed: 0 },
    ...{ at: "2026-11-23T09:00:00.000Z", endsAt: "2026-11-23T09:20:00.000Z" },
    ...own,
  },
});
