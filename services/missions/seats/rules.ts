import type { Refused } from "#shared/contract/contract.ts";
import { isRefusal, refuse } from "#shared/contract/refusals.ts";
import type { Given } from "#shared/log/feature.ts";
import { endOf } from "../planning/missions.ts";
import type { actions } from "./contract.ts";
import { endHolds, followedBy, holdEnded, promote } from "./happening.ts";
import { type Asked, free, namedBy, type SeatEvent, type Seats, standing, timesOf } from "./seats.ts";

type No<A extends keyof typeof actions> = Refused<(typeof actions)[A]>;
type NotFound = { refused: "not-found"; params: object };
/** What a handler found that there is not. */
export type Unknown = { unknownMission?: boolean; unknownCompany?: boolean };
type Offer = Extract<SeatEvent, { type: "SeatsOffered" }>["data"];
export type OfCompany = { company: string };

export function offer(state: Seats, data: Offer): SeatEvent[] | No<"offerSeats"> {
  if (state.offered) return refuse("missions.seats-offered-already");
  return [{ type: "SeatsOffered", data }];
}

export function close(state: Seats): SeatEvent[] | No<"closeSeats"> {
  if (!state.offered) return refuse("missions.no-seats-offered");
  return state.closed ? [] : [{ type: "SeatsClosed", data: {} }];
}

/** For a moment a planned mission has no seats yet: a reaction offers them. */
const nothingOffered = ({ unknownMission }: Unknown) =>
  unknownMission ? refuse("not-found") : refuse("missions.no-seats-offered");

/** Whether a company may ask for so many seats now: with what is offered, or why not. */
export function askedInTime(
  state: Seats,
  { company, seats, least }: Asked & OfCompany,
  given: Given<Unknown>,
) {
  const { now, unknownCompany } = given;
  if (!state.offered) return nothingOffered(given);
  if (state.closed) return refuse("missions.cancelled");
  if (unknownCompany) return refuse("missions.company-unknown", { company });
  const { capacity, most, opensAt, closesAt } = state.offered;
  if (now < opensAt) return refuse("missions.not-open-yet", { opensAt: opensAt.toISOString() });
  if (now > closesAt) return refuse("missions.closed", { closedAt: closesAt.toISOString() });
  const entry = standing(state, company);
  if (entry) return refuse("missions.already-signed-up", { state: entry.state });
  if (seats > capacity) return refuse("missions.more-than-capacity", { capacity });
  if (seats > most) return refuse("missions.more-than-each-company", { most });
  if (least > seats) return refuse("missions.least-above-seats", { seats });
  return state.offered;
}

type Claim = OfCompany & { seats: number; least?: number | undefined; held?: boolean | undefined };

/**
 * One entry a company. What fits is confirmed, or as much of it as the company takes: whoever waits at that moment takes no less
 * than more than is free. Who had seats held gets those too; if the hold is over, they say anew what they want.
 */
export function claim(
  state: Seats,
  { company, seats, least = seats, held }: Claim,
  given: Given<Unknown>,
): SeatEvent[] | No<"claim"> | NotFound {
  const inTime = askedInTime(state, { company, seats, least }, given);
  if (isRefusal(inTime)) return inTime;
  const before = endHolds(state, given.now);
  const hold = before.state.holds.get(company);
  const own = hold ? followedBy(before, holdEnded(company, hold.seats, "confirmed")) : before;
  const left = free(own.state);
  if (held && !hold) return refuse("missions.hold-over", { free: left, place: own.state.waiting.size + 1 });
  const times = timesOf(state, company) + 1;
  if (left < least) {
    const waits = followedBy(own, { type: "SeatsWaitlisted", data: { company, seats, least, times } });
    return (hold ? promote(waits) : waits).events;
  }
  const count = Math.min(seats, left);
  const passed = hold
    ? { ...hold.passed, heldAt: hold.at.toISOString() }
    : { free: left, passed: own.state.waiting.size };
  const confirmed: SeatEvent = {
    type: "SeatsConfirmed",
    data: { company, seats: count, asked: seats, fromList: false, times, ...passed },
  };
  // Only what was held and is not wanted can have come free, and the list is long.
  return hold ? promote(followedBy(own, confirmed)).events : [...own.events, confirmed];
}

export type Later = Unknown & { lastDay?: string };

/** Whether what a company has can still be given back or made less. */
export function stillOn(state: Seats, given: Given<Later>) {
  if (!state.offered) return nothingOffered(given);
  if (state.closed) return refuse("missions.cancelled");
  if (given.lastDay && given.now.getTime() >= endOf(given.lastDay)) return refuse("missions.over");
  return state.offered;
}

/** Of seats, of a place on the list, or of seats that are held. Whoever was to sit there goes with them. */
export function withdraw(
  state: Seats,
  { company }: OfCompany,
  given: Given<Later>,
): SeatEvent[] | No<"withdraw"> | NotFound {
  const offered = stillOn(state, given);
  if (isRefusal(offered)) return offered;
  const before = endHolds(state, given.now);
  const entry = standing(before.state, company);
  const hold = before.state.holds.get(company);
  if (!entry && !hold) return refuse("missions.not-signed-up");
  const gone: SeatEvent = entry
    ? { type: "SeatsWithdrawn", data: { company, seats: entry.seats, was: entry.state } }
    : holdEnded(company, hold!.seats, "given-up");
  const delegates = namedBy(before.state, company).map(
    ({ id }): SeatEvent => ({ type: "DelegateRemoved", data: { company, delegate: id } }),
  );
  return promote(followedBy(before, ...delegates, gone)).events;
}

/** By a letter, which is about one sign-up and no later one: `times`, how often the company had signed up by then. */
export const withdrawByLetter = (
  state: Seats,
  { company, times }: OfCompany & { times: number },
  given: Given<Later>,
) =>
  timesOf(state, company) === times ? withdraw(state, { company }, given) : refuse("missions.letter-over");

/** Fewer at any time, in the same place, but for whom a delegate is named; more only of what is free, while sign-up is open. */
export function change(
  state: Seats,
  { company, seats, least = seats }: OfCompany & { seats: number; least?: number | undefined },
  given: Given<Later>,
): SeatEvent[] | No<"changeEntry"> | NotFound {
  const offered = stillOn(state, given);
  if (isRefusal(offered)) return offered;
  const before = endHolds(state, given.now);
  const entry = standing(before.state, company);
  if (!entry) return refuse("missions.not-signed-up");
  if (least > seats) return refuse("missions.least-above-seats", { seats });
  const more = seats - entry.seats;
  const left = free(before.state);
  if (more > 0 && given.now > offered.closesAt)
    return refuse("missions.only-fewer-now", { closedAt: offered.closesAt.toISOString() });
  if (more > 0 && seats > offered.most)
    return refuse("missions.more-than-each-company", { most: offered.most });
  if (more > 0 && (entry.state === "waiting" || more > left))
    return refuse("missions.too-few-free", { free: left });
  const delegates = namedBy(state, company).length;
  if (seats < delegates) return refuse("missions.fewer-than-delegates", { delegates });
  const takes = entry.state === "confirmed" ? seats : least;
  if (more === 0 && takes === entry.least) return [];
  const passed = { free: left, passed: more > 0 ? before.state.waiting.size : 0 };
  const changed: SeatEvent = {
    type: "SeatsChanged",
    data: { company, state: entry.state, before: entry.seats, seats, least: takes, ...passed },
  };
  return promote(followedBy(before, changed)).events;
}
