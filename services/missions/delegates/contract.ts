import Type from "typebox";
import { command, event, query, save } from "#shared/contract/contract.ts";
import { conflict, tooMany } from "#shared/contract/refusals.ts";
import {
  closed,
  DocumentId,
  EmailAddress,
  EventId,
  Id,
  Instant,
  LanguageTag,
  list,
  Name,
  PublicText,
  Words,
} from "#shared/contract/schemas.ts";
import { answers } from "./answers.ts";

const ofCompany = { mission: Id(), company: Id() };
const named = { name: Name(120), email: EmailAddress(), role: Name(120) };
/** None once it has been erased. */
const shown = {
  delegate: Id(),
  name: Type.Optional(named.name),
  email: Type.Optional(named.email),
  role: Type.Optional(named.role),
  /** Whether they have filled in what is asked of them. */
  done: Type.Boolean(),
};
const page = {
  mission: Id(),
  after: Type.Optional(Type.Integer()),
  limit: Type.Integer({ minimum: 1, maximum: 200, default: 100 }),
};
const next = { next: Type.Optional(Type.Integer()) };

const notOn = {
  "missions.cancelled": conflict(),
  "missions.no-seats-offered": conflict(),
  "missions.over": conflict(),
};
const notNamed = { "missions.no-such-delegate": conflict() };

export const actions = {
  /** Who takes the seats of a company. What they filled in is theirs: here it only says whether they have. */
  delegates: query({
    route: "GET /missions/:mission/entries/:company/delegates",
    may: "sign up own company",
    input: closed(ofCompany),
    output: closed({
      rows: list(closed({ ...shown, byOffice: Type.Boolean() }), 50),
      /** That are confirmed: so many may be named. */
      seats: Type.Integer(),
      /** The company names until then; afterwards the office does, until the mission is over. */
      until: Instant(),
      abilities: list(Words("name", "remove")),
    }),
  }),
  /** `instead`: of whom, who then does not go. */
  nameDelegate: command({
    route: "POST /missions/:mission/entries/:company/delegates",
    may: "sign up own company",
    input: closed({ ...ofCompany, ...named, language: LanguageTag(), instead: Type.Optional(Id()) }),
    output: closed({ delegate: Id() }),
    refusals: {
      ...notOn,
      ...notNamed,
      "missions.no-seats-to-name-for": conflict(),
      "missions.every-seat-named": conflict({ seats: Type.Integer() }),
      "missions.naming-closed": conflict({ closedAt: Instant() }),
      "missions.delegate-letters-enough": tooMany({ until: Instant() }),
    },
  }),
  removeDelegate: command({
    route: "DELETE /missions/:mission/entries/:company/delegates/:delegate",
    may: "sign up own company",
    input: closed({ ...ofCompany, delegate: Id() }),
    output: closed({}),
    refusals: { ...notOn, ...notNamed },
  }),
  /** Of all companies, in the order in which they were named, with what a journey is arranged by. */
  missionDelegates: query({
    route: "GET /missions/:mission/delegates",
    may: "read delegates",
    input: closed(page),
    output: closed({
      rows: list(
        closed({
          ...{ ...shown, company: Id(), companyName: PublicText() },
          passportName: Type.Optional(answers.passportName),
          telephone: Type.Optional(answers.telephone),
          listed: Type.Optional(answers.listed),
        }),
      ),
      ...next,
    }),
  }),
  /** Of who needs something. Asked apart, so that each look at it is known to be one. */
  delegateNeeds: query({
    route: "GET /missions/:mission/delegate-needs",
    may: "read delegates",
    input: closed(page),
    output: closed({
      rows: list(
        closed({
          ...{ delegate: Id(), companyName: PublicText(), name: Type.Optional(named.name) },
          ...{ diet: answers.diet, access: answers.access },
        }),
      ),
      ...next,
    }),
  }),
  writeToDelegate: save({
    may: "write to companies",
    input: closed({ ...ofCompany, delegate: Id(), details: DocumentId(), event: EventId() }),
    output: closed({}),
  }),
  forgetDelegate: command({
    may: "forget delegates",
    input: closed({ delegate: Id() }),
    output: closed({}),
  }),
  forgetAnswers: save({
    may: "forget delegates",
    input: closed({ answers: Id() }),
    output: closed({}),
  }),
  /** Who has an account may be a delegate too. */
  forgetDelegatesOf: save({
    may: "forget delegates",
    input: closed({ person: Id() }),
    output: closed({}),
  }),
};

/** On the stream of the mission's seats, of which a company names no more than it has. */
export const delegateEvents = {
  /** `person`: when it is somebody who acts for the company; `keptUntil`: then all about them is erased. */
  DelegateNamed: event(
    1,
    closed({
      ...{ company: Id(), delegate: Id(), details: DocumentId(), keptUntil: Instant() },
      ...{ person: Type.Optional(Id()), instead: Type.Optional(Id()) },
    }),
  ),
  DelegateRemoved: event(1, closed({ company: Id(), delegate: Id() })),
  /** `instead`: of which answers, of which nothing is left from then on. */
  DelegateAnswered: event(
    1,
    closed({ company: Id(), delegate: Id(), answers: DocumentId(), instead: Type.Optional(Id()) }),
  ),
};

/** On a stream of their own: by its name all services erase what they keep about them. */
export const forgottenEvents = { DelegateErased: event(1, closed({})) };
