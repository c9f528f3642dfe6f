import Type from "typebox";
import { command, ending, event, query, save } from "#shared/contract/contract.ts";
import { conflict, invalid, stale } from "#shared/contract/refusals.ts";
import {
  Code,
  closed,
  DocumentId,
  Id,
  Instant,
  LanguageTag,
  list,
  PublicText,
  Secret,
  Text,
  Version,
  Words,
} from "#shared/contract/schemas.ts";
import { page } from "../profiles/contract.ts";
import { Answers, FieldName } from "./answers.ts";

export const StateWord = () =>
  Words("draft", "submitted", "changes-asked", "accepted", "rejected", "published", "expired");
export const StepWord = () =>
  Words("submit", "ask-changes", "accept", "reject", "waive", "confirm", "take-down", "expire");

/** What was measured, and what came of it. `datum`: members, member types, hundredths of a person, or 1 for yes. */
export const Criterion = () =>
  closed({
    criterion: Words("team", "members", "member-types", "english-website"),
    verdict: Words("pass", "fail", "waived"),
    datum: Type.Integer(),
    needed: Type.Integer(),
  });

const illegalStep = {
  "partnerships.illegal-step": conflict({ state: StateWord(), allowed: list(StepWord()) }),
};
const form = {
  /** A field that this country does not ask, or an answer it cannot take. */
  "partnerships.field-not-asked": invalid({ field: FieldName() }),
  "partnerships.code-unknown": invalid({ field: FieldName() }),
};

const Registration = closed({
  id: Id(),
  state: StateWord(),
  name: PublicText(),
  country: Code(2),
  region: Type.Optional(Code(8)),
  submittedAt: Instant(),
  /** When the office answers at the latest; none while it waits for the cluster. */
  dueAt: Type.Optional(Instant()),
  criteria: list(Criterion()),
  waivedFor: Type.Optional(PublicText()),
  /** All about who registered is gone. */
  erased: Type.Optional(Type.Boolean()),
  round: Type.Integer(),
  version: Version(),
});

export const actions = {
  formFor: query({
    route: "GET /registration-form",
    may: "anyone",
    sameForAll: [],
    input: closed({ country: Code(2) }),
    output: closed({
      country: Code(2),
      fields: list(closed({ field: FieldName(), required: Type.Boolean() })),
      /** `whole`: its parts are in the list too, and are what is asked for. */
      regions: list(closed({ code: Code(8), name: PublicText(), whole: Type.Optional(Type.Boolean()) }), 500),
      ecosystems: list(closed({ code: Code(40), name: Type.Record(Type.String(), PublicText()) })),
    }),
    refusals: { "partnerships.country-unknown": invalid() },
  }),
  countries: query({
    route: "GET /countries",
    may: "anyone",
    sameForAll: [],
    input: closed({}),
    output: closed({ codes: list(Code(2), 400) }),
  }),

  startDraft: save({
    route: "POST /registrations/drafts",
    may: "anyone",
    input: closed({ country: Code(2), language: LanguageTag() }),
    /** `link`: the secret that opens this registration, shown once, stored hashed. */
    output: closed({ id: Id(), link: Type.String(), version: Version(), endsAt: Instant() }),
    refusals: { "partnerships.country-unknown": invalid() },
  }),
  saveDraft: save({
    route: "PATCH /registrations/:id/draft",
    may: "write own registration",
    edits: true,
    input: closed({
      id: Id(),
      version: Version(),
      changes: Answers,
      cleared: Type.Optional(list(FieldName(), 30)),
    }),
    /** `others`: answers that someone else has changed meanwhile; whoever has not read them holds an older version. */
    output: closed({ version: Version(), others: list(FieldName(), 50) }),
    refusals: {
      ...form,
      ...illegalStep,
      /** Someone else changed the same fields since; what they wrote is in the draft. */
      "partnerships.draft-clash": stale({ version: Version(), fields: list(FieldName()) }),
    },
  }),
  /**
   * A new link for one that went astray. The old one, and those in letters, open until the new one has been used once, and
   * nothing from then on: an answer that got lost locks nobody out. Asked again before that, only the newest will do.
   */
  renewLink: save({
    route: "POST /registrations/:id/link",
    may: "write own registration",
    input: closed({ id: Id() }),
    output: closed({ link: Type.String() }),
  }),
  ownRegistration: query({
    route: "GET /registrations/:id/own",
    may: "write own registration",
    input: closed({ id: Id() }),
    output: closed({
      id: Id(),
      state: StateWord(),
      answers: Answers,
      missing: list(FieldName()),
      criteria: list(Criterion()),
      endsAt: Type.Optional(Instant()),
      dueAt: Type.Optional(Instant()),
      /** While it is the cluster's turn: when the registration ends if it does nothing. */
      waitsUntil: Type.Optional(Instant()),
      /** What the office wrote to the cluster, newest last. */
      notes: list(closed({ at: Instant(), step: StepWord(), text: Type.Optional(Text(2_000)) })),
      abilities: list(StepWord()),
      version: Version(),
    }),
  }),

  /** `version`: of the draft, as for a save. It is this one that is sent, or none. */
  submit: command({
    route: "POST /registrations/:id/submission",
    may: "write own registration",
    edits: true,
    input: closed({ id: Id(), version: Version() }),
    output: closed({ state: StateWord() }),
    refusals: {
      ...illegalStep,
      ...form,
      "partnerships.answers-missing": invalid({ fields: list(FieldName()) }),
    },
  }),
  askChanges: command({
    route: "POST /registrations/:id/questions",
    may: "decide on registrations",
    edits: true,
    input: closed({ id: Id(), version: Version(), note: Text(2_000) }),
    output: closed({ state: StateWord() }),
    refusals: illegalStep,
  }),
  waive: command({
    route: "POST /registrations/:id/waiver",
    may: "decide on registrations",
    edits: true,
    input: closed({ id: Id(), version: Version(), programme: PublicText() }),
    output: closed({ state: StateWord() }),
    refusals: { ...illegalStep, "partnerships.nothing-to-waive": conflict() },
  }),
  accept: command({
    route: "POST /registrations/:id/acceptance",
    may: "decide on registrations",
    edits: true,
    input: closed({ id: Id(), version: Version() }),
    output: closed({ state: StateWord() }),
    refusals: { ...illegalStep, "partnerships.criteria-not-met": conflict({ criteria: list(Criterion()) }) },
  }),
  reject: command({
    route: "POST /registrations/:id/rejection",
    may: "decide on registrations",
    edits: true,
    input: closed({ id: Id(), version: Version(), reason: Text(2_000) }),
    output: closed({ state: StateWord() }),
    refusals: illegalStep,
  }),
  confirm: command({
    route: "POST /registrations/:id/confirmation",
    may: "write own registration",
    input: closed({ id: Id() }),
    output: closed({ state: StateWord() }),
    refusals: { ...illegalStep, "partnerships.answers-missing": invalid({ fields: list(FieldName()) }) },
  }),
  /** A published page is seen no more; the cluster may register again. */
  takeDown: command({
    route: "DELETE /registrations/:id/page",
    may: "take down own or any page",
    input: closed({ id: Id() }),
    output: closed({ state: StateWord() }),
    refusals: illegalStep,
  }),
  /** All that is kept about who registered goes: draft, answers, notes, link, letters. What is public of the cluster stays. */
  eraseRegistration: command({
    route: "POST /registrations/:id/erasure",
    may: "erase own or any registration",
    input: closed({ id: Id() }),
    output: closed({ state: StateWord() }),
    refusals: { "partnerships.erased-already": conflict() },
  }),
  /**
   * Sent by the alarm that rings when a published page has reached its term, or a registration that waits for its cluster.
   * `since`: the position from which it waits; when anything has happened since, it goes on.
   */
  expire: command({
    may: "keep the calendar",
    input: closed({ id: Id(), since: Type.Optional(Type.Integer({ minimum: 1 })) }),
    output: closed({ state: StateWord() }),
    refusals: illegalStep,
  }),

  registrations: query({
    route: "GET /registrations",
    may: "read registrations",
    input: closed({
      state: Type.Optional(StateWord()),
      after: Type.Optional(Id()),
      limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
    }),
    output: closed({ rows: list(Registration), next: Type.Optional(Id()), total: Type.Integer() }),
  }),
  registration: query({
    route: "GET /registrations/:id",
    may: "read registrations",
    input: closed({ id: Id() }),
    output: closed({
      ...Registration.properties,
      answers: Type.Union([Answers, Type.Null()]),
      abilities: list(StepWord()),
    }),
  }),
  registrationTimeline: query({
    route: "GET /registrations/:id/timeline",
    may: "read own or any registration",
    input: closed({ id: Id(), before: Type.Optional(Type.Integer({ minimum: 1 })) }),
    output: closed({
      rows: list(
        closed({
          id: Type.String(),
          event: Type.String(),
          at: Instant(),
          who: Type.String(),
          /** Whoever did it has no name any more. */
          erased: Type.Optional(Type.Boolean()),
          text: Type.Optional(Type.String()),
        }),
        1_000,
      ),
      next: Type.Optional(Type.Integer()),
    }),
  }),
  /** For the gateway: which registration does this link open? The first use of a new one ends those before it. */
  registrationOfLink: save({
    may: "open links",
    input: closed({ linkHash: Secret() }),
    output: closed({ id: Type.Optional(Id()) }),
  }),
};

/** What a cluster says of itself is not public before it is published: it stands in the answers. */
const { summary: _summary, ...pageInBrief } = page;
const submission = {
  answers: DocumentId(),
  ...pageInBrief,
  criteria: list(Criterion()),
  recognisedBy: Type.Optional(PublicText()),
  dueAt: Instant(),
};

const withoutSummary = ({ summary: _text, ...rest }: { summary: string }) => rest;

export const events = {
  RegistrationSubmitted: event(2, closed(submission), { 1: withoutSummary }),
  RegistrationResubmitted: event(2, closed(submission), { 1: withoutSummary }),
  ChangesAsked: event(1, closed({ note: DocumentId(), daysLeft: Type.Integer() })),
  CriteriaWaived: event(1, closed({ programme: PublicText(), officer: Id() })),
  RegistrationAccepted: ending(event(1, closed({})), "two-years-after-decision"),
  RegistrationRejected: ending(
    event(1, closed({ reason: DocumentId() })),
    "two-years-after-decision",
    "while-registered",
  ),
  ProfileConfirmed: event(1, closed({ ...page, expiresAt: Instant() })),
  ProfileExpired: ending(event(1, closed({})), "while-registered"),
  ProfileTakenDown: ending(event(1, closed({})), "while-registered"),
  /** Its cluster did not go on with it. */
  RegistrationLapsed: ending(event(1, closed({})), "two-years-after-decision", "while-registered"),
  RegistrationErased: event(1, closed({})),
};
