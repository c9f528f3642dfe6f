import type { Refused } from "#shared/contract/contract.ts";
import { refuse } from "#shared/contract/refusals.ts";
import type { Given } from "#shared/log/feature.ts";
import type { actions } from "./contract.ts";
import { wrongInLegs } from "./legs.ts";
import { endOf, type Mission, type MissionEvent } from "./missions.ts";
import type { Plan } from "./plan.ts";

type No<A extends keyof typeof actions> = Refused<(typeof actions)[A]>;
/** Partners of the plan that are not published. */
type Facts = { unknownPartners: string[] };

export function plan(
  state: Mission,
  data: Plan,
  { unknownPartners: [partner] }: Given<Facts>,
): MissionEvent[] | No<"planMission"> {
  if (state.lastDay) return refuse("missions.mission-exists");
  if (!inOrder(data)) return refuse("missions.dates-out-of-order");
  const wrong = wrongInLegs(data);
  if (wrong) return wrong;
  if (data.minimum > data.capacity) return refuse("missions.minimum-above-capacity");
  if (partner) return refuse("missions.partner-unknown", { partner });
  return [{ type: "MissionPlanned", data }];
}

/** Instants are compared by time: as text, half a second past the hour comes before the hour. Days are all of one length. */
function inOrder({ firstDay, lastDay, signUpOpensAt, signUpClosesAt }: Plan): boolean {
  const [opens, closes] = [signUpOpensAt, signUpClosesAt].map((text) => Date.parse(text));
  return firstDay <= lastDay && opens! < closes! && closes! < endOf(lastDay);
}

export function cancel(
  state: Mission,
): MissionEvent[] | No<"cancelMission"> | { refused: "not-found"; params: object } {
  if (!state.lastDay) return refuse("not-found");
  if (state.cancelled) return refuse("missions.already-cancelled");
  return [{ type: "MissionCancelled", data: {} }];
}
