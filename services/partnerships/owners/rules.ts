import type { Refused } from "#shared/contract/contract.ts";
import { refuse } from "#shared/contract/refusals.ts";
import type { Given } from "#shared/log/feature.ts";
import type { Absence, AbsenceEvent, Away } from "./absences.ts";
import type { actions } from "./contract.ts";
import type { Owner, OwnerEvent } from "./owners.ts";

type No<A extends keyof typeof actions> = Refused<(typeof actions)[A]>;
export type Officer = { person: string; open: number; isAway: boolean };

/** Whoever has it keeps it for its next round, as long as they are an officer. Among equals the order of `officers` decides. */
export function assign(
  state: Owner,
  _command: object,
  { officers }: Given<{ officers: Officer[] }>,
): OwnerEvent[] | No<"assignOwner"> {
  if (officers.some(({ person }) => person === state.owner)) return [];
  const present = officers.filter(({ isAway }) => !isAway);
  const able = present.length ? present : officers;
  const [least] = able.toSorted((one, other) => one.open - other.open);
  return least
    ? [{ type: "OwnerAssigned", data: { owner: least.person } }]
    : refuse("partnerships.no-officers");
}

type Facts = { officers: string[]; dueAt: string | undefined };

/** `dueAt`: when the office answers at the latest; none while it need not. */
export function handOn(
  state: Owner,
  { to, note }: { to: string; note?: string },
  { officers, isOpen }: Given<Pick<Facts, "officers"> & { isOpen: boolean }>,
): OwnerEvent[] | No<"handOn"> {
  if (!isOpen) return refuse("partnerships.decided-already");
  if (!officers.includes(to)) return refuse("partnerships.not-an-officer", { person: to });
  if (state.owner === to) return refuse("partnerships.owner-already");
  return [{ type: "RegistrationHandedOn", data: { to, ...(note && { note }) } }];
}

export function putOff(
  _state: Owner,
  { until }: { until: string },
  { now, dueAt }: Given<Pick<Facts, "dueAt">>,
): OwnerEvent[] | No<"putOff"> {
  if (!dueAt) return refuse("partnerships.decided-already");
  const then = new Date(until);
  if (then <= now) return refuse("partnerships.put-off-to-the-past");
  if (then > new Date(dueAt)) return refuse("partnerships.put-off-beyond-term", { dueAt });
  return [{ type: "RegistrationPutOff", data: { until } }];
}

/** `today`: where the office is. */
export function setAbsence(
  _state: Absence,
  { person, ...away }: Away & { person: string },
  { officers, today }: Given<{ officers: string[]; today: string }>,
): AbsenceEvent[] | No<"setAbsence"> {
  const stranger = [person, away.deputy ?? person].find((one) => !officers.includes(one));
  if (stranger) return refuse("partnerships.not-an-officer", { person: stranger });
  if (away.until < away.from) return refuse("partnerships.absence-out-of-order");
  if (away.until < today) return refuse("partnerships.absence-over");
  if (away.deputy === person) return refuse("partnerships.own-deputy");
  return [{ type: "AbsenceSet", data: away }];
}

export const endAbsence = (state: Absence): AbsenceEvent[] | No<"endAbsence"> =>
  state.away ? [{ type: "AbsenceEnded", data: {} }] : refuse("partnerships.not-away");
