import { refuse } from "#shared/contract/refusals.ts";
import type { Leg, Plan } from "./plan.ts";

/**
 * The first thing that is wrong with the legs of a plan: each lies within its mission and begins when the one before has ended
 * or on that day, for people travel by day; what is on its programme lies within it.
 */
export function wrongInLegs({ legs, firstDay, lastDay }: Plan) {
  for (const [n, leg] of legs.entries()) {
    const { city } = leg;
    const before = legs[n - 1];
    if (leg.firstDay > leg.lastDay || leg.firstDay < firstDay || leg.lastDay > lastDay)
      return refuse("missions.leg-outside-mission", { city });
    if (before && leg.firstDay < before.lastDay) return refuse("missions.legs-out-of-order", { city });
    const wrong = wrongInProgramme(leg);
    if (wrong) return wrong;
  }
  return undefined;
}

function wrongInProgramme({ city, firstDay, lastDay, programme }: Leg) {
  for (const { day, startsAt, endsAt } of programme) {
    if (day < firstDay || day > lastDay) return refuse("missions.item-outside-leg", { city, day });
    if (startsAt >= endsAt) return refuse("missions.item-ends-before-it-starts", { city, day });
  }
  return undefined;
}
