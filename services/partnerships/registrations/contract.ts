import Type from "typebox";
import { command, query, save } from "#shared/contract/contract.ts";
import { conflict, invalid, stale } from "#shared/contract/refusals.ts";
import {
  Code,
  closed,
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
import { ReasonWord } from "../likeness/likeness.ts";
import { Answers, FieldName, form, Question } from "./answers.ts";

export const StateWord = () =>
  Words("draft", "submitted", "changes-asked", "accepted", "rejected", "published", "expired", "merged");
export const StepWord = () =>
  Words(
    ...(["submit", "withdraw", "ask-changes", "accept", "reject", "waive", "confirm"] as const),
    ...(["take-down", "expire", "merge", "undo-merge", "undo-decision"] as const),
  );

/** What was measured, and what came of it. `datum`: members, member types, hundredths of a person, or 1 for yes. */
export const Criterion = () =>
  closed({
    criterion: Words("team", "members", "member-types", "english-website"),
    verdict: Words("pass", "fail", "waived"),
    datum: Type.Integer(),
    needed: Type.Integer(),
  });

export const illegalStep = {
  "partnerships.illegal-step": conflict({ state: StateWord(), allowed: list(StepWord()) }),
};
export const sectionLinkOver = {
  "partnerships.section-link-over": conflict({ state: Words("filled-in", "withdrawn", "over") }),
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
  /** The officer who answers for it. */
  owner: Type.Optional(Id()),
  putOffUntil: Type.Optional(Instant()),
  /** All about who registered is gone. */
  erased: Type.Optional(Type.Boolean()),
  /** Until when the last decision can be undone, while nobody has done anything since. */
  undoUntil: Type.Optional(Instant()),
  round: Type.Integer(),
  abilities: list(StepWord()),
  version: Version(),
});

/** Of one event: who did what and when, and what was written with it. */
export const Told = closed({
  id: Type.String(),
  event: Type.String(),
  at: Instant(),
  who: Type.String(),
  /** Whoever did it has no name any more. */
  erased: Type.Optional(Type.Boolean()),
  text: Type.Optional(Type.String()),
  questions: Type.Optional(list(Question(), 30)),
  /** The officer who answers for it from then on, or with what it was merged. */
  whom: Type.Optional(Type.String()),
});

/** Another that may be of the same cluster, and why. */
const Alike = closed({ id: Id(), name: PublicText(), country: Code(2), reasons: list(ReasonWord()) });

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
  /** By the link of a colleague: answers of the section that it opens. */
  saveDraft: save({
    route: "PATCH /registrations/:id/draft",
    may: "save own draft",
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
      ...sectionLinkOver,
      "partnerships.not-in-section": invalid({ field: FieldName() }),
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
      /** When a draft is gone, and with it whatever was not sent, or not sent again. */
      endsAt: Type.Optional(Instant()),
      dueAt: Type.Optional(Instant()),
      /** Whether somebody reads the letters to the address that it gives. */
      addressConfirmed: Type.Boolean(),
      /** While a code that was sent to that address can still be given. */
      codeUntil: Type.Optional(Instant()),
      /** Partners that it may be one with already. */
      alike: list(Alike, 10),
      /** Name of the officer who answers for it. */
      owner: Type.Optional(Text(120)),
      /** While it is the cluster's turn: when the registration ends if it does nothing. */
      waitsUntil: Type.Optional(Instant()),
      /** What the office wrote to the cluster, newest last. */
      notes: list(
        closed({
          at: Instant(),
          step: StepWord(),
          text: Type.Optional(Text(2_000)),
          questions: Type.Optional(list(Question(), 30)),
          /** What the cluster wrote to these questions. */
          replies: Type.Optional(list(Question(), 30)),
        }),
      ),
      /** The same to the questions that are open now. */
      replies: list(Question(), 30),
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
      /** Nobody has said yet that they read the letters to the address of the contact person. */
      "partnerships.address-unconfirmed": conflict(),
    },
  }),
  /** The cluster takes it back: a draft again, which it may change and send once more. */
  withdraw: command({
    route: "POST /registrations/:id/withdrawal",
    may: "write own registration",
    input: closed({ id: Id() }),
    output: closed({ state: StateWord() }),
    refusals: illegalStep,
  }),
  askChanges: command({
    route: "POST /registrations/:id/questions",
    may: "decide on registrations",
    edits: true,
    undoneBy: "undoDecision",
    input: closed({
      id: Id(),
      version: Version(),
      note: Type.Optional(Text(2_000)),
      /** One at most about each answer. */
      questions: Type.Optional(list(Question(), 30)),
    }),
    output: closed({ state: StateWord() }),
    refusals: {
      ...illegalStep,
      "partnerships.nothing-asked": invalid(),
      "partnerships.asked-twice": invalid({ field: FieldName() }),
    },
  }),
  waive: command({
    route: "POST /registrations/:id/waiver",
    may: "decide on registrations",
    edits: true,
    undoneBy: "undoDecision",
    input: closed({ id: Id(), version: Version(), programme: PublicText() }),
    output: closed({ state: StateWord() }),
    refusals: { ...illegalStep, "partnerships.nothing-to-waive": conflict() },
  }),
  accept: command({
    route: "POST /registrations/:id/acceptance",
    may: "decide on registrations",
    edits: true,
    undoneBy: "undoDecision",
    input: closed({ id: Id(), version: Version() }),
    output: closed({ state: StateWord() }),
    refusals: { ...illegalStep, "partnerships.criteria-not-met": conflict({ criteria: list(Criterion()) }) },
  }),
  reject: command({
    route: "POST /registrations/:id/rejection",
    may: "decide on registrations",
    edits: true,
    undoneBy: "undoDecision",
    input: closed({ id: Id(), version: Version(), reason: Text(2_000) }),
    output: closed({ state: StateWord() }),
    refusals: illegalStep,
  }),
  /**
   * The last decision, for ten minutes and while nobody has done anything since: all is again as it was. In the first half minute
   * its cluster hears of neither.
   */
  undoDecision: command({
    route: "DELETE /registrations/:id/decision",
    may: "decide on registrations",
    edits: true,
    input: closed({ id: Id(), version: Version() }),
    output: closed({ state: StateWord() }),
    refusals: {
      ...illegalStep,
      "partnerships.decision-final": conflict({ until: Instant() }),
      "partnerships.cluster-has-begun": conflict(),
    },
  }),
  confirm: command({
    route: "POST /registrations/:id/confirmation",
    may: "write own registration",
    input: closed({ id: Id() }),
    output: closed({ state: StateWord() }),
    refusals: { ...illegalStep, "partnerships.answers-missing": invalid({ fields: list(FieldName()) }) },
  }),
  /** A published page is seen no more, nor are its words on the page with which it was merged; the cluster may register again. */
  takeDown: command({
    route: "DELETE /registrations/:id/page",
    may: "take down own or any page",
    input: closed({ id: Id() }),
    output: closed({ state: StateWord() }),
    refusals: illegalStep,
  }),
  /**
   * All that is kept about who registered goes: draft, answers, notes, link, letters. What is public of the cluster stays, but for a page that is
   * merged: that is taken down.
   */
  eraseRegistration: command({
    route: "POST /registrations/:id/erasure",
    may: "erase own or any registration",
    input: closed({ id: Id() }),
    output: closed({ state: StateWord() }),
    refusals: { "partnerships.erased-already": conflict() },
  }),
  /**
   * Sent by the alarm that rings when a published page has reached its term, or a registration that waits for its cluster.
   * `since`: the position from which it waits; when anything has happened since, it goes on. `expiresAt`: of which page the
   * term is; one that was published anew has another.
   */
  expire: command({
    may: "keep the calendar",
    input: closed({
      id: Id(),
      since: Type.Optional(Type.Integer({ minimum: 1 })),
      expiresAt: Type.Optional(Instant()),
    }),
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
      ownerName: Type.Optional(Text(120)),
      /** Where it has gone, and until when that can be undone. */
      merged: Type.Optional(closed({ into: Id(), name: PublicText(), until: Instant() })),
      /** Those that have been merged into it; until when the reader may undo that. */
      others: list(closed({ id: Id(), name: PublicText(), undoUntil: Type.Optional(Instant()) })),
      /** Of every state, for the office to look at. */
      alike: list(closed({ ...Alike.properties, state: StateWord() }), 10),
      answers: Type.Union([Answers, Type.Null()]),
      /** What it said the round before, what the office asked then, and what the cluster wrote to that. */
      before: Type.Optional(Answers),
      questions: list(Question(), 30),
      replies: list(Question(), 30),
    }),
  }),
  registrationTimeline: query({
    route: "GET /registrations/:id/timeline",
    may: "read own or any registration",
    input: closed({ id: Id(), before: Type.Optional(Type.Integer({ minimum: 1 })) }),
    output: closed({
      rows: list(Told, 1_000),
      next: Type.Optional(Type.Integer()),
    }),
  }),
  /**
   * For the gateway: which registration does this link open? The first use of a new one ends those before it. `section`: it is
   * that of a colleague, called so, and opens one section.
   */
  registrationOfLink: save({
    may: "open links",
    input: closed({ linkHash: Secret() }),
    output: closed({ id: Type.Optional(Id()), section: Type.Optional(Id()) }),
  }),
};
