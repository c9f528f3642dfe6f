import type { Refused } from "#shared/contract/contract.ts";
import { refuse } from "#shared/contract/refusals.ts";
import type { Given } from "#shared/log/feature.ts";
import { endOf } from "../planning/missions.ts";
import type { actions } from "./contract.ts";
import { evolve, free, type SeatEvent, type Seats, standing } from "./seats.ts";

type No<A extends keyof typeof actions> = Refused<(typeof actions)[A]>;
type NotFound = { refused: "not-found"; params: object };
/** What a handler found that there is not. */
type Unknown = { unknownMission?: boolean; unknownCompany?: boolean };
type Offer = { capacity: number; opensAt: string; closesAt: string };

export function offer(state: Seats, { capacity, opensAt, closesAt }: Offer): SeatEvent[] | No<"offerSeats"> {
  if (state.offered) return refuse("missions.seats-offered-already");
  return [{ type: "SeatsOffered", data: { capacity, opensAt, closesAt } }];
}

export function close(state: Seats): SeatEvent[] | No<"closeSeats"> {
  if (!state.offered) return refuse("missions.no-seats-offered");
  return state.closed ? [] : [{ type: "SeatsClosed", data: {} }];
}

/** For a moment a planned mission has no seats yet: a reaction offers them. */
const nothingOffered = ({ unknownMission }: Unknown) =>
  unknownMission ? refuse("not-found") : refuse("missions.no-seats-offered");

/** One entry a company. What fits is confirmed: whoever waits at that moment asks for more than is free. */
export function claim(
  state: Seats,
  { company, seats }: { company: string; seats: number },
  given: Given<Unknown>,
): SeatEvent[] | No<"claim"> | NotFound {
  const { now, unknownCompany } = given;
  if (!state.offered) return nothingOffered(given);
  if (state.closed) return refuse("missions.cancelled");
  if (unknownCompany) return refuse("missions.company-unknown", { company });
  const { capacity, opensAt, closesAt } = state.offered;
  if (now < opensAt) return refuse("missions.not-open-yet", { opensAt: opensAt.toISOString() });
  if (now > closesAt) return refuse("missions.closed", { closedAt: closesAt.toISOString() });
  const entry = standing(state, company);
  if (entry) return refuse("missions.already-signed-up", { state: entry.state });
  if (seats > capacity) return refuse("missions.more-than-capacity", { capacity });
  return seats <= free(state)
    ? [{ type: "SeatsConfirmed", data: { company, seats, fromList: false } }]
    : [{ type: "SeatsWaitlisted", data: { company, seats } }];
}

export function withdraw(
  state: Seats,
  { company }: { company: string },
  given: Given<Unknown & { lastDay?: string }>,
): SeatEvent[] | No<"withdraw"> | NotFound {
  const { now, lastDay } = given;
  if (!state.offered) return nothingOffered(given);
  if (state.closed) return refuse("missions.cancelled");
  if (lastDay && now.getTime() >= endOf(lastDay)) return refuse("missions.over");
  const entry = standing(state, company);
  if (!entry) return refuse("missions.not-signed-up");
  const withdrawn: SeatEvent = {
    type: "SeatsWithdrawn",
    data: { company, seats: entry.seats, was: entry.state },
  };
  return [withdrawn, ...promote(evolve(state, withdrawn))];
}

/** In order of arrival, each that fits what is left (a first one that asks for too much lets the next go by). */
function promote(state: Seats): SeatEvent[] {
  const promoted: SeatEvent[] = [];
  let left = free(state);
  for (const [company, count] of state.waiting) {
    if (left === 0) break;
    if (count > left) continue;
    promoted.push({ type: "SeatsConfirmed", data: { company, seats: count, fromList: true } });
    left -= count;
  }
  return promoted;
}
