import type { Principal } from "#shared/access/principal.ts";
import type { Refused } from "#shared/contract/contract.ts";
import { isRefusal, refuse } from "#shared/contract/refusals.ts";
import type { Given } from "#shared/log/feature.ts";
import type { actions as own } from "../delegate-links/contract.ts";
import { type Later, type OfCompany, stillOn } from "../seats/rules.ts";
import { type Delegate, namedBy, type SeatEvent, type Seats } from "../seats/seats.ts";
import type { actions } from "./contract.ts";
import type { DelegateEvent, Forgotten } from "./forgotten.ts";

type All = typeof actions & typeof own;
type No<A extends keyof All> = Refused<All[A]> | { refused: "not-found"; params: object };
type Named = Extract<SeatEvent, { type: "DelegateNamed" }>["data"];
type OfDelegate = OfCompany & { delegate: string };

/** Of seats that are confirmed, and of no more than there are. Who waits names nobody: they may never go. */
export function name(state: Seats, naming: Named, given: Given<Later>): SeatEvent[] | No<"nameDelegate"> {
  const offered = stillOn(state, given);
  if (isRefusal(offered)) return offered;
  const { company, instead } = naming;
  const seats = state.confirmed.get(company);
  if (seats === undefined) return refuse("missions.no-seats-to-name-for");
  if (given.now > offered.closesAt && !isOffice(given.by))
    return refuse("missions.naming-closed", { closedAt: offered.closesAt.toISOString() });
  const named = namedBy(state, company);
  if (instead && !isAmong(named, instead)) return refuse("missions.no-such-delegate");
  if (!instead && named.length >= seats) return refuse("missions.every-seat-named", { seats });
  return [
    ...(instead ? [removed({ company, delegate: instead })] : []),
    { type: "DelegateNamed", data: naming },
  ];
}

/** A hotel may be told after the last day of naming, but not who is ill: so who does not go is taken off until it is over. */
export function remove(
  state: Seats,
  { company, delegate }: OfDelegate,
  given: Given<Later>,
): SeatEvent[] | No<"removeDelegate"> {
  const offered = stillOn(state, given);
  if (isRefusal(offered)) return offered;
  if (!isAmong(namedBy(state, company), delegate)) return refuse("missions.no-such-delegate");
  return [removed({ company, delegate })];
}

/** By their own link: of who goes no more it opens nothing. */
export function answer(
  state: Seats,
  { company, delegate, answers }: OfDelegate & { answers: string },
  given: Given<Later>,
): SeatEvent[] | No<"answerByLink"> {
  const own = namedBy(state, company).find(({ id }) => id === delegate);
  if (!own) return refuse("not-found");
  const offered = stillOn(state, given);
  if (isRefusal(offered)) return offered;
  const { answers: instead } = own;
  return [{ type: "DelegateAnswered", data: { company, delegate, answers, ...(instead && { instead }) } }];
}

/** May be asked twice: when they are removed, and when their time is over. */
export const forget = ({ erased }: Forgotten): DelegateEvent[] | No<"forgetDelegate"> =>
  erased ? [] : [{ type: "DelegateErased", data: {} }];

export const isOffice = (who: Principal): boolean => who.kind === "person" && who.roles.includes("officer");

const isAmong = (named: readonly Delegate[], delegate: string) => named.some(({ id }) => id === delegate);

const removed = (data: OfDelegate): SeatEvent => ({ type: "DelegateRemoved", data });
