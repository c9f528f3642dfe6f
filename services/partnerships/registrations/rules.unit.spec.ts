import { isRefusal } from "#shared/contract/refusals.ts";
import { given } from "#shared/testing/given.ts";
import type { Criterion } from "./criteria.ts";
import {
  type RegistrationEvent,
  registration,
  type State,
  type Submission,
  steps,
  stepsOf,
} from "./registrations.ts";
import * as rules from "./rules.ts";

const pass: Criterion = { criterion: "members", verdict: "pass", datum: 17, needed: 15 };
const fail: Criterion = { criterion: "members", verdict: "fail", datum: 11, needed: 15 };

const answers = (criteria: Criterion[] = [pass]): Omit<Submission, "dueAt"> => ({
  answers: "answers-1",
  name: "Kitakyushu Green Port",
  country: "JP",
  region: "JP-40",
  ecosystems: ["renewable-energy"],
  language: "en",
  criteria,
});
const dueAt = "2026-11-30T16:00:00.000Z";
const submitted = (criteria?: Criterion[]): RegistrationEvent => ({
  type: "RegistrationSubmitted",
  data: { ...answers(criteria), dueAt },
});
const undoUntil = "2026-11-23T09:10:00.000Z";
const changesAsked: RegistrationEvent = {
  type: "ChangesAsked",
  data: { note: "note-1", daysLeft: 3, undoUntil },
};
const accepted: RegistrationEvent = { type: "RegistrationAccepted", data: { undoUntil } };
const rejected: RegistrationEvent = { type: "RegistrationRejected", data: { reason: "note-1", undoUntil } };
const waived: RegistrationEvent = {
  type: "CriteriaWaived",
  data: { programme: "Pôles", officer: "leen", undoUntil },
};
const summary = "A port that stores wind.";
const page = {
  name: "Kitakyushu Green Port",
  country: "JP",
  region: "JP-40",
  ecosystems: ["renewable-energy"],
};
const confirmed: RegistrationEvent = {
  type: "ProfileConfirmed",
  data: {
    ...page,
    summary,
    language: "en",
    expiresAt: "2028-11-22T09:00:00.000Z",
  },
};
const withdrawn: RegistrationEvent = { type: "RegistrationWithdrawn", data: {} };
const merged: RegistrationEvent = {
  type: "RegistrationMerged",
  data: { into: "other-one", take: [], reason: "note-2", until: "2026-12-23T09:00:00.000Z" },
};
const expired: RegistrationEvent = { type: "ProfileExpired", data: {} };

describe("A4: the life of a registration", () => {
  const now = new Date("2026-11-23T09:00:00Z");
  const office = {
    ...{ country: "BE", timeZone: "Europe/Brussels", officeDays: [1, 2, 3, 4, 5], closesAt: "17:00" },
    ...{ closingDays: [], nationalHolidays: true },
  };

  it("A4: is due when the office closes on the fifth working day after it was sent", () => {
    given(registration).when(rules.submit, answers(), { now, office }).happens(submitted());
  });

  it("A4: stops the clock while changes are asked, and goes on with the days that were left", () => {
    const asked = new Date("2026-11-25T09:00:00Z");
    given(registration, submitted())
      .when(rules.askChanges, { note: "note-1" }, { now: asked, office })
      .happens({
        type: "ChangesAsked",
        data: { note: "note-1", daysLeft: 3, undoUntil: "2026-11-25T09:10:00.000Z" },
      });
    const back = new Date("2026-12-10T09:00:00Z");
    given(registration, submitted(), changesAsked)
      .when(rules.submit, answers(), { now: back, office })
      .happens({
        type: "RegistrationResubmitted",
        data: { ...answers(), dueAt: "2026-12-15T16:00:00.000Z" },
      });
  });

  it("A4: goes from acceptance by the office to a page confirmed by the cluster, for two years", () => {
    given(registration, submitted()).when(rules.accept, {}).happens(accepted);
    given(registration, submitted(), accepted).when(rules.confirm, {}, { now, summary }).happens(confirmed);
    given(registration, submitted(), accepted)
      .when(rules.confirm, {}, { now, summary: undefined })
      .refused("partnerships.answers-missing", { fields: ["summary"] });
    const published = given(registration, submitted(), accepted, confirmed);
    published.when(rules.expire, { expiresAt: "2028-11-22T09:00:00.000Z" }).happens(expired);
    // An alarm that was set for a page before this one.
    expect(published.when(rules.expire, { expiresAt: "2027-01-01T09:00:00.000Z" }).outcome).toMatchObject({
      refused: "partnerships.illegal-step",
    });
  });

  it("A4: is taken back by its cluster until it is decided, and sent again with the whole term", () => {
    for (const before of [[submitted()], [submitted(), changesAsked], [submitted(), accepted]])
      given(registration, ...before)
        .when(rules.withdraw, {})
        .happens(withdrawn);
    const again = { type: "RegistrationResubmitted", data: { ...answers(), dueAt } } as const;
    given(registration, submitted(), changesAsked, withdrawn)
      .when(rules.submit, answers(), { now, office })
      .happens(again);
  });

  it("A4: may be sent again after a rejection, and after its page has ended", () => {
    const again = { type: "RegistrationResubmitted", data: { ...answers(), dueAt } } as const;
    for (const ended of [[rejected], [accepted, confirmed, expired]])
      given(registration, submitted(), ...ended)
        .when(rules.submit, answers(), { now, office })
        .happens(again);
  });

  it("K6: ends when its cluster does not go on, and not when anything has happened in its turn", () => {
    const lapsed: RegistrationEvent = { type: "RegistrationLapsed", data: {} };
    for (const turn of [changesAsked, accepted]) {
      const its = given(registration, submitted(), turn);
      its.when(rules.expire, { since: 7 }, { version: 7 }).happens(lapsed);
      for (const late of [{ since: 7 }, {}])
        expect(its.when(rules.expire, late, { version: 9 }).outcome).toMatchObject({
          refused: "partnerships.illegal-step",
        });
    }
    // Its page stays for its own term, whenever the turn before it would have ended.
    for (const version of [7, 9])
      expect(
        given(registration, submitted(), accepted, confirmed).when(rules.expire, { since: 7 }, { version })
          .outcome,
      ).toMatchObject({ refused: "partnerships.illegal-step" });
  });

  it("A4: refuses every step that is not of its state, and says which are", () => {
    const histories: Record<State, RegistrationEvent[]> = {
      draft: [],
      submitted: [submitted()],
      "changes-asked": [submitted(), changesAsked],
      accepted: [submitted(), accepted],
      rejected: [submitted(), rejected],
      published: [submitted(), accepted, confirmed],
      expired: [submitted(), accepted, confirmed, expired],
      merged: [submitted(), accepted, confirmed, merged],
    };
    const attempts = {
      withdraw: (events: RegistrationEvent[]) => given(registration, ...events).when(rules.withdraw, {}),
      submit: (events: RegistrationEvent[]) =>
        given(registration, ...events).when(rules.submit, answers(), { office }),
      "ask-changes": (events: RegistrationEvent[]) =>
        given(registration, ...events).when(rules.askChanges, { note: "n" }, { office }),
      waive: (events: RegistrationEvent[]) =>
        given(registration, ...events).when(rules.waiveCriteria, { programme: "Pôles", officer: "leen" }),
      accept: (events: RegistrationEvent[]) => given(registration, ...events).when(rules.accept, {}),
      reject: (events: RegistrationEvent[]) =>
        given(registration, ...events).when(rules.reject, { reason: "n" }),
      confirm: (events: RegistrationEvent[]) =>
        given(registration, ...events).when(rules.confirm, {}, { summary }),
      "take-down": (events: RegistrationEvent[]) => given(registration, ...events).when(rules.takeDown, {}),
      expire: (events: RegistrationEvent[]) =>
        given(registration, ...events).when(rules.expire, events.length > 2 ? {} : { since: 7 }, {
          version: 7,
        }),
    };
    for (const [state, events] of Object.entries(histories) as [State, RegistrationEvent[]][]) {
      for (const [step, attempt] of Object.entries(attempts) as [keyof typeof attempts, any][]) {
        const { outcome } = attempt(events);
        const now = events.reduce(registration.evolve, registration.initial);
        const allowed = stepsOf({ ...now, stateBefore: now.merged?.before });
        const illegal = { refused: "partnerships.illegal-step", params: { state, allowed } };
        if (!steps[state].includes(step)) expect(outcome).toEqual(illegal);
        else if (isRefusal(outcome))
          expect(outcome).toEqual({ refused: "partnerships.nothing-to-waive", params: {} });
        else expect(outcome).toHaveLength(1);
      }
    }
  });
});

describe("I3: undoing a decision", () => {
  const at = (time: string) => ({ now: new Date(`2026-11-23T${time}Z`), version: 7, hasBegun: false });
  const undone = (told: boolean): RegistrationEvent => ({
    type: "DecisionUndone",
    data: { decision: 7, told, answers: "answers-1" },
  });
  const before = [submitted([fail]), waived];
  const stateAfter = (...events: RegistrationEvent[]) =>
    events.reduce(registration.evolve, registration.initial);

  it("I3: brings back all as it was, and says whether its cluster had been told", () => {
    for (const decision of [changesAsked, accepted, rejected]) {
      const decided = given(registration, ...before, decision);
      decided.when(rules.undoDecision, {}, at("09:00:20")).happens(undone(false));
      decided.when(rules.undoDecision, {}, at("09:00:31")).happens(undone(true));
      expect(stateAfter(...before, decision, undone(true))).toEqual({
        ...stateAfter(...before),
        undo: undefined,
      });
      expect(stateAfter(...before, decision, undone(false)).untold).toEqual([7]);
    }
    expect(stateAfter(...before, undone(true))).toEqual(stateAfter(submitted([fail])));
  });

  it("I3: is refused after ten minutes, when its cluster has begun, and when anything has happened since", () => {
    const decided = given(registration, ...before, changesAsked);
    decided.when(rules.undoDecision, {}, at("09:10:00")).happens(undone(true));
    decided
      .when(rules.undoDecision, {}, at("09:10:01"))
      .refused("partnerships.decision-final", { until: undoUntil });
    decided
      .when(rules.undoDecision, {}, { ...at("09:00:20"), hasBegun: true })
      .refused("partnerships.cluster-has-begun");
    const resubmitted: RegistrationEvent = {
      type: "RegistrationResubmitted",
      data: { ...answers(), dueAt },
    };
    for (const since of [
      [withdrawn],
      [resubmitted],
      [undone(false)],
      [{ type: "RegistrationErased", data: {} }],
    ])
      expect(
        given(registration, ...before, changesAsked, ...(since as RegistrationEvent[])).when(
          rules.undoDecision,
          {},
          at("09:00:20"),
        ).outcome,
      ).toMatchObject({ refused: "partnerships.illegal-step" });
  });

  it("I3: knows none of decisions from before undoing, nor what cannot be undone", () => {
    const old: RegistrationEvent = { type: "RegistrationAccepted", data: {} };
    for (const events of [[submitted()], [submitted(), old], [submitted(), accepted, confirmed]])
      expect(
        given(registration, ...events).when(rules.undoDecision, {}, at("09:00:20")).outcome,
      ).toMatchObject({
        refused: "partnerships.illegal-step",
      });
  });
});

describe("A2: criteria", () => {
  it("A2: keeps out whoever fails one, and says which with the figure it was judged on", () => {
    given(registration, submitted([pass, fail]))
      .when(rules.accept, {})
      .refused("partnerships.criteria-not-met", { criteria: [fail] });
  });

  it("A2: lets in whoever is recognised by a programme, with its name and the officer's", () => {
    given(registration, submitted([fail]))
      .when(rules.waiveCriteria, { programme: "Pôles", officer: "leen" })
      .happens(waived);
    given(registration, submitted([fail]), waived)
      .when(rules.accept, {})
      .happens(accepted);
  });

  it("A2: judges again what is sent again: a waiver was for the old answers", () => {
    const again: RegistrationEvent = { type: "RegistrationResubmitted", data: { ...answers([fail]), dueAt } };
    given(registration, submitted([fail]), waived, changesAsked, again)
      .when(rules.accept, {})
      .refused("partnerships.criteria-not-met", { criteria: [fail] });
  });
});
