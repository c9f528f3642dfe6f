import { type OfficeHours, workingDaysAfter, workingDaysBetween } from "#shared/calendar/working-days.ts";
import type { Refused } from "#shared/contract/contract.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { isTold, undoUntil } from "#shared/contract/undo.ts";
import type { Given } from "#shared/log/feature.ts";
import type { actions } from "./contract.ts";
import { failed } from "./criteria.ts";
import {
  type Registration,
  type RegistrationEvent,
  type State,
  type Step,
  type Submission,
  stepsOf,
} from "./registrations.ts";

type No<A extends keyof typeof actions> = Refused<(typeof actions)[A]>;
type IllegalStep = Extract<No<"reject">, { refused: "partnerships.illegal-step" }>;

type Facts = { office: OfficeHours };

/**
 * The office answers within five working days; a published page lasts two years. A cluster whose turn it is has 180 days, and is
 * reminded 30 days before they end.
 */
const terms = { answerDays: 5, profileDays: 730, turnDays: 180, remindedDays: 150 };
const dayMs = 24 * 60 * 60_000;

const daysAfter = (from: Date, days: number) => new Date(from.getTime() + days * dayMs);
export const turnEndsAt = (from: Date): Date => daysAfter(from, terms.turnDays);
export const remindedAt = (from: Date): Date => daysAfter(from, terms.remindedDays);

/** The cluster's, which may go on or let it be. */
export const isClustersTurn = (state: State): boolean => state === "changes-asked" || state === "accepted";

const stepsNow = (registration: Registration): Step[] =>
  stepsOf({ ...registration, stateBefore: registration.merged?.before });

export function illegal(registration: Registration, step: Step): IllegalStep | undefined {
  const allowed = stepsNow(registration);
  const { state } = registration;
  return allowed.includes(step) ? undefined : refuse("partnerships.illegal-step", { state, allowed });
}

export function submit(
  state: Registration,
  answers: Omit<Submission, "dueAt">,
  { now, office }: Given<Facts>,
): RegistrationEvent[] | IllegalStep {
  const no = illegal(state, "submit");
  if (no) return no;
  const again = state.submission !== undefined;
  // The clock stood still while the office waited for the cluster; it never restarts with less than a day.
  const days = state.state === "changes-asked" ? Math.max(1, state.daysLeft) : terms.answerDays;
  const data = { ...answers, dueAt: workingDaysAfter(now, days, office).toISOString() };
  return [{ type: again ? "RegistrationResubmitted" : "RegistrationSubmitted", data }];
}

export const withdraw = (state: Registration): RegistrationEvent[] | IllegalStep =>
  illegal(state, "withdraw") ?? [{ type: "RegistrationWithdrawn", data: {} }];

export function askChanges(
  state: Registration,
  { note }: { note: string },
  { now, office }: Given<Facts>,
): RegistrationEvent[] | IllegalStep {
  const no = illegal(state, "ask-changes");
  if (no) return no;
  const daysLeft = workingDaysBetween(now, new Date(state.submission!.dueAt), office);
  return [{ type: "ChangesAsked", data: { note, daysLeft, ...undoUntil(now) } }];
}

export function waiveCriteria(
  state: Registration,
  { programme, officer }: { programme: string; officer: string },
  { now }: Given,
): RegistrationEvent[] | No<"waive"> {
  const no = illegal(state, "waive");
  if (no) return no;
  if (!failed(state.criteria).length) return refuse("partnerships.nothing-to-waive");
  return [{ type: "CriteriaWaived", data: { programme, officer, ...undoUntil(now) } }];
}

export function accept(
  state: Registration,
  _command: object,
  { now }: Given,
): RegistrationEvent[] | No<"accept"> {
  const no = illegal(state, "accept");
  if (no) return no;
  const criteria = failed(state.criteria);
  if (criteria.length) return refuse("partnerships.criteria-not-met", { criteria });
  return [{ type: "RegistrationAccepted", data: undoUntil(now) }];
}

export function reject(
  state: Registration,
  { reason }: { reason: string },
  { now }: Given,
): RegistrationEvent[] | IllegalStep {
  const data = { reason, ...undoUntil(now) };
  return illegal(state, "reject") ?? [{ type: "RegistrationRejected", data }];
}

/** `hasBegun`: its cluster has written something since. */
export function undoDecision(
  registration: Registration,
  _command: object,
  { now, version, hasBegun }: Given<{ hasBegun: boolean }>,
): RegistrationEvent[] | No<"undoDecision"> {
  const no = illegal(registration, "undo-decision");
  if (no) return no;
  const until = new Date(registration.undo!.until);
  if (now > until) return refuse("partnerships.decision-final", { until: until.toISOString() });
  if (hasBegun) return refuse("partnerships.cluster-has-begun");
  const { answers } = registration.submission!;
  return [{ type: "DecisionUndone", data: { decision: version, told: isTold(until, now), answers } }];
}

/** `summary`: as it was sent; none when it has been erased since. */
export function confirm(
  state: Registration,
  _command: object,
  { now, summary }: Given<{ summary: string | undefined }>,
): RegistrationEvent[] | No<"confirm"> {
  const no = illegal(state, "confirm");
  if (no) return no;
  if (summary === undefined) return refuse("partnerships.answers-missing", { fields: ["summary"] });
  const { name, country, region, ecosystems, language } = state.submission!;
  const expiresAt = daysAfter(now, terms.profileDays).toISOString();
  const page = { name, country, ...(region && { region }), ecosystems, summary, language, expiresAt };
  return [{ type: "ProfileConfirmed", data: page }];
}

export function takeDown(state: Registration): RegistrationEvent[] | IllegalStep {
  return illegal(state, "take-down") ?? [{ type: "ProfileTakenDown", data: {} }];
}

/** `since`: of when its cluster's turn began; what has happened in the stream since makes it another turn. */
export function expire(
  registration: Registration,
  { since, expiresAt }: { since?: number | undefined; expiresAt?: string | undefined },
  { version }: Given,
): RegistrationEvent[] | IllegalStep {
  const no = illegal(registration, "expire");
  if (no) return no;
  const { state, merged } = registration;
  // The alarm of a page that was there before rings for that page alone.
  const isItsTerm = expiresAt === undefined || expiresAt === registration.expiresAt;
  if (since === undefined && (merged?.before ?? state) === "published" && isItsTerm)
    return [{ type: "ProfileExpired", data: {} }];
  if (since === version && isClustersTurn(state)) return [{ type: "RegistrationLapsed", data: {} }];
  return refuse("partnerships.illegal-step", { state, allowed: stepsNow(registration) });
}

/**
 * Whatever its state: nobody has to wait for an answer to be forgotten. A page of its own stays; of one that is merged the words
 * would stay on that of another, where nobody sees whose they are.
 */
export function erase(registration: Registration): RegistrationEvent[] | No<"eraseRegistration"> {
  if (registration.erased) return refuse("partnerships.erased-already");
  const isBehindAnother = registration.merged?.before === "published";
  return [
    ...(isBehindAnother ? [{ type: "ProfileTakenDown", data: {} } as const] : []),
    { type: "RegistrationErased", data: {} },
  ];
}
