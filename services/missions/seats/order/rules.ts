import type { Refused } from "#shared/contract/contract.ts";
import { refuse } from "#shared/contract/refusals.ts";
import type { Given } from "#shared/log/feature.ts";
import { endHolds, followedBy } from "../happening.ts";
import type { OfCompany } from "../rules.ts";
import type { SeatEvent, Seats } from "../seats.ts";
import { type actions, mostOvertaken } from "./contract.ts";

type No<A extends keyof typeof actions> = Refused<(typeof actions)[A]>;
type Move = OfCompany & { from: number; to: number; reason: string };

/** `from` is the place that the office saw: if it has changed since, the move would be another one. */
export function move(
  state: Seats,
  { company, from, to, reason }: Move,
  { now }: Given,
): SeatEvent[] | No<"moveEntry"> {
  if (state.closed) return refuse("missions.cancelled");
  const before = endHolds(state, now);
  const line = [...before.state.waiting.keys()];
  const place = line.indexOf(company) + 1;
  if (!place) return refuse("missions.not-waiting");
  if (place !== from) return refuse("missions.place-changed", { place });
  if (to > line.length || to === from) return refuse("missions.no-such-place", { last: line.length });
  if (Math.abs(to - from) > mostOvertaken) return refuse("missions.too-far", { most: mostOvertaken });
  const others = to < from ? line.slice(to - 1, from - 1) : line.slice(from, to);
  return followedBy(before, { type: "EntryMoved", data: { company, from, to, others, reason } }).events;
}
