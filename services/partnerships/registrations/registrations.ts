import type { Static } from "typebox";
import type { EventOf } from "#shared/contract/contract.ts";
import type { Feature } from "#shared/log/feature.ts";
import type { StateWord, StepWord } from "./contract.ts";
import { type Criterion, waive } from "./criteria.ts";
import type { events } from "./events.ts";

export type RegistrationEvent = EventOf<{ events: typeof events }>;
export type Submission = Static<typeof events.RegistrationSubmitted.data>;
export type State = Static<ReturnType<typeof StateWord>>;
export type Step = Static<ReturnType<typeof StepWord>>;

export type Registration = {
  state: State;
  submission: Submission | undefined;
  criteria: Criterion[];
  /** The programme for whose sake failed criteria are waived. */
  waivedFor: string | undefined;
  /** Working days the office had left when it asked for changes. */
  daysLeft: number;
  /** When the page that is published reaches its term. */
  expiresAt: string | undefined;
  /** What was kept about who registered is gone. */
  erased: boolean;
  /** Into which other it was merged, until when that can be undone, and in what state it then is again. */
  merged: { into: string; until: string; before: State } | undefined;
  /** What the office decided last, while nothing has happened since: until when it can be undone, and to what. */
  undo: { until: string; before: Registration } | undefined;
  /** Commits with decisions that were undone before their cluster was told of them. */
  untold: number[];
};

export const initial: Registration = {
  state: "draft",
  submission: undefined,
  criteria: [],
  waivedFor: undefined,
  daysLeft: 0,
  expiresAt: undefined,
  erased: false,
  merged: undefined,
  undo: undefined,
  untold: [],
};

/** What may happen in each state: the whole life of a registration on one page. What was decided last may be undone besides. */
export const steps: Record<State, Step[]> = {
  draft: ["submit"],
  submitted: ["withdraw", "ask-changes", "waive", "accept", "reject"],
  "changes-asked": ["submit", "withdraw", "reject", "expire"],
  accepted: ["confirm", "withdraw", "ask-changes", "reject", "expire"],
  rejected: ["submit", "merge"],
  published: ["take-down", "expire", "merge"],
  expired: ["submit", "merge"],
  merged: ["undo-merge", "take-down", "expire"],
};

/** It waits for the office, or for its cluster. */
export const isOpen = (state: State): boolean => ["submitted", "changes-asked", "accepted"].includes(state);

/** Without answers nobody can go on with it; what was decided, and a public page, stay. */
export const afterErasure = (state: State): State => (isOpen(state) ? "expired" : state);

/** Without answers there is nothing to send, to judge or to publish. */
const needAnswers: Step[] = ["submit", "ask-changes", "waive", "accept", "confirm"];

/** Of a merged page, only while it still stands behind the other. */
const needPage: Step[] = ["take-down", "expire"];

/** `stateBefore`: of one that is merged, in which state it is again when that is undone. `undo`: whether a decision can be undone. */
export const stepsOf = ({
  state,
  erased,
  stateBefore,
  undo,
}: {
  state: State;
  erased?: boolean | undefined;
  stateBefore?: State | undefined;
  undo?: object | undefined;
}): Step[] =>
  [...steps[state], ...(undo ? (["undo-decision"] as const) : [])]
    .filter((step) => !erased || !needAnswers.includes(step))
    .filter((step) => state !== "merged" || stateBefore === "published" || !needPage.includes(step));

export function evolve(before: Registration, event: RegistrationEvent): Registration {
  // Whatever happens, what was decided before it can be undone no more.
  const registration = { ...before, undo: undefined };
  const undo =
    "undoUntil" in event.data && event.data.undoUntil
      ? { until: event.data.undoUntil, before: registration }
      : undefined;
  switch (event.type) {
    case "RegistrationSubmitted":
    case "RegistrationResubmitted":
      return {
        ...registration,
        state: "submitted",
        submission: event.data,
        criteria: event.data.criteria,
        waivedFor: undefined,
      };
    case "RegistrationWithdrawn":
      return { ...registration, state: "draft" };
    case "ChangesAsked":
      return { ...registration, undo, state: "changes-asked", daysLeft: event.data.daysLeft };
    case "CriteriaWaived":
      return {
        ...registration,
        undo,
        criteria: waive(registration.criteria),
        waivedFor: event.data.programme,
      };
    case "RegistrationAccepted":
      return { ...registration, undo, state: "accepted" };
    case "RegistrationRejected":
      return { ...registration, undo, state: "rejected" };
    case "DecisionUndone": {
      const { decision, told } = event.data;
      return {
        ...(before.undo?.before ?? before),
        untold: told ? before.untold : [...before.untold, decision],
      };
    }
    case "ProfileConfirmed":
      return { ...registration, state: "published", expiresAt: event.data.expiresAt };
    case "ProfileExpired":
    case "ProfileTakenDown":
      return withoutPage(registration);
    case "RegistrationLapsed":
      return { ...registration, state: "expired" };
    case "RegistrationErased":
      return { ...registration, state: afterErasure(registration.state), erased: true };
    case "RegistrationMerged": {
      const { into, until } = event.data;
      return { ...registration, state: "merged", merged: { into, until, before: registration.state } };
    }
    case "MergeUndone":
      return { ...registration, state: registration.merged!.before, merged: undefined };
    default:
      return event satisfies never;
  }
}

/** It stays merged, but when that is undone no page comes back. */
function withoutPage(registration: Registration): Registration {
  const { merged } = registration;
  if (!merged) return { ...registration, state: "expired" };
  return { ...registration, merged: { ...merged, before: "expired" } };
}

export const registration: Feature<Registration, RegistrationEvent> = {
  name: "registration",
  initial,
  evolve,
};
