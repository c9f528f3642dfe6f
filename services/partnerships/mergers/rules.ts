import type { Refused } from "#shared/contract/contract.ts";
import { refuse } from "#shared/contract/refusals.ts";
import type { Given } from "#shared/log/feature.ts";
import type { Registration, RegistrationEvent } from "../registrations/registrations.ts";
import { illegal } from "../registrations/rules.ts";
import type { actions } from "./contract.ts";
import type { PagePart } from "./parts.ts";
import { haveBothPages, isAtRest, type Side, stays } from "./sides.ts";

type No<A extends keyof typeof actions> = Refused<(typeof actions)[A]>;

const undoneWithinMs = 30 * 24 * 60 * 60_000;

/** `other`: into which it goes; `order`: of first submission. */
export function merge(
  registration: Registration,
  { into, take, reason }: { into: string; take: PagePart[]; reason: string },
  { now, other, order }: Given<{ other: Side; order: number }>,
): RegistrationEvent[] | No<"merge"> {
  const no = illegal(registration, "merge");
  if (no) return no;
  const own = { state: registration.state, order };
  if (!isAtRest(other)) return refuse("partnerships.other-under-way", { state: other.state });
  if (!stays(other, own)) return refuse("partnerships.other-goes");
  // Of what was erased no word comes to stand elsewhere.
  const canTake = haveBothPages(own, other) && !registration.erased;
  if (take.length && !canTake) return refuse("partnerships.nothing-to-take");
  const until = new Date(now.getTime() + undoneWithinMs).toISOString();
  return [{ type: "RegistrationMerged", data: { into, take, reason, until } }];
}

export function undoMerge(
  registration: Registration,
  { reason }: { reason: string },
  { now }: Given,
): RegistrationEvent[] | No<"undoMerge"> {
  const no = illegal(registration, "undo-merge");
  if (no) return no;
  const { into, until } = registration.merged!;
  if (now > new Date(until)) return refuse("partnerships.merge-final", { until });
  return [{ type: "MergeUndone", data: { into, reason } }];
}
