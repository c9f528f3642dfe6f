import { type State, steps } from "../registrations/registrations.ts";

/** One of two registrations; `order`: of first submission, over all of them. */
export type Side = { state: State; order: number };

/** Nobody has anything to do for it, and nobody is writing. */
export const isAtRest = ({ state }: Pick<Side, "state">): boolean => steps[state].includes("merge");

export const hasPage = ({ state }: Side): boolean => state === "published";

export const haveBothPages = (one: Side, other: Side): boolean => hasPage(one) && hasPage(other);

/**
 * Whether the first of the two stays: a page that everyone sees before none, else what was sent first. It is no choice, so that
 * two who merge the same pair at once mean the same, and none of two is merged into the other.
 */
export const stays = (one: Side, other: Side): boolean =>
  hasPage(one) === hasPage(other) ? one.order < other.order : hasPage(one);
