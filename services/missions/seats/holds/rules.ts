import type { Refused } from "#shared/contract/contract.ts";
import { isRefusal, refuse } from "#shared/contract/refusals.ts";
import type { Given } from "#shared/log/feature.ts";
import { endHolds, followedBy, promote } from "../happening.ts";
import { askedInTime, type OfCompany, type Unknown } from "../rules.ts";
import { free, type SeatEvent, type Seats } from "../seats.ts";
import type { actions } from "./contract.ts";

type No<A extends keyof typeof actions> = Refused<(typeof actions)[A]>;
type NotFound = { refused: "not-found"; params: object };
type Wish = OfCompany & { seats: number; least?: number | undefined };

export const holdMs = 20 * 60_000;

/** Not longer than sign-up is open: what is held until then could not be claimed any more. */
const until = (from: Date, closesAt: Date) => new Date(Math.min(from.getTime() + holdMs, closesAt.getTime()));

/** Whoever holds seats already may hold another number of them, for no longer. */
export function hold(
  state: Seats,
  { company, seats, least = seats }: Wish,
  given: Given<Unknown>,
): SeatEvent[] | No<"hold"> | NotFound {
  const { now } = given;
  const offered = askedInTime(state, { company, seats, least }, given);
  if (isRefusal(offered)) return offered;
  const before = endHolds(state, now);
  const own = before.state.holds.get(company);
  const left = free(before.state) + (own?.seats ?? 0);
  if (left < least) return refuse("missions.too-few-free", { free: left });
  const count = Math.min(seats, left);
  if (own?.seats === count && own.asked.seats === seats && own.asked.least === least) return [];
  const held: SeatEvent = {
    type: "SeatsHeld",
    data: {
      ...{ company, seats: count, asked: seats, least, before: own?.seats ?? 0 },
      at: (own?.at ?? now).toISOString(),
      endsAt: (own?.endsAt ?? until(now, offered.closesAt)).toISOString(),
      ...(own?.passed ?? { free: left, passed: before.state.waiting.size }),
    },
  };
  return promote(followedBy(before, held)).events;
}

/** Once, by as long again. */
export function extend(state: Seats, { company }: OfCompany, { now }: Given): SeatEvent[] | No<"extendHold"> {
  const own = state.holds.get(company);
  if (!own || state.closed || now >= own.endsAt) return refuse("missions.no-hold");
  const endsAt = until(own.endsAt, state.offered!.closesAt);
  if (own.extended || endsAt <= own.endsAt)
    return refuse("missions.held-no-longer", { endsAt: own.endsAt.toISOString() });
  return [{ type: "HoldExtended", data: { company, endsAt: endsAt.toISOString() } }];
}

/** Those that are over by now, which may be none: one was extended, confirmed, or ended by whoever came first. */
export function endOver(state: Seats, _none: object, { now }: Given): SeatEvent[] | No<"endHolds"> {
  return state.offered ? endHolds(state, now).events : refuse("missions.no-seats-offered");
}
