import Type from "typebox";
import { command, event, query, save } from "#shared/contract/contract.ts";
import { conflict, invalid, tooMany } from "#shared/contract/refusals.ts";
import {
  closed,
  EmailAddress,
  EventId,
  Id,
  Instant,
  LanguageTag,
  list,
  Name,
  PublicText,
  Version,
  Words,
} from "#shared/contract/schemas.ts";
import { Answers, FieldName, Question } from "../registrations/answers.ts";
import { illegalStep, sectionLinkOver } from "../registrations/contract.ts";
import { SentSection } from "../registrations/sections.ts";

/** `over`: its term has ended, or something has happened to the registration since. */
const LinkState = () => Words("open", "filled-in", "withdrawn", "over");

const lettersEnough = { "partnerships.letters-enough": tooMany({ until: Instant() }) };
const answersMissing = { "partnerships.answers-missing": invalid({ fields: list(FieldName()) }) };

const ofLink = { id: Id(), link: Id() };

export const actions = {
  /** To a colleague, by a letter with a link that opens this section and no other. */
  sendSection: command({
    route: "POST /registrations/:id/section-links",
    may: "write own registration",
    input: closed({
      id: Id(),
      section: SentSection(),
      email: EmailAddress(),
      language: LanguageTag(),
      message: Type.Optional(Name(300)),
    }),
    output: closed({ link: Id() }),
    refusals: {
      ...illegalStep,
      ...answersMissing,
      ...lettersEnough,
      /** A letter names who asks for it: somebody who reads the letters to the address they gave. */
      "partnerships.address-unconfirmed": conflict(),
      "partnerships.section-links-enough": conflict({ most: Type.Integer() }),
    },
  }),
  sendSectionAgain: command({
    route: "POST /registrations/:id/section-links/:link/letters",
    may: "write own registration",
    input: closed(ofLink),
    output: closed({}),
    refusals: {
      ...illegalStep,
      ...lettersEnough,
      ...sectionLinkOver,
      "partnerships.section-links-enough": conflict({ most: Type.Integer() }),
    },
  }),
  withdrawSection: command({
    route: "POST /registrations/:id/section-links/:link/withdrawal",
    may: "write own registration",
    input: closed(ofLink),
    output: closed({}),
    refusals: sectionLinkOver,
  }),
  /** To whom sections were sent, the newest first. */
  sectionLinks: query({
    route: "GET /registrations/:id/section-links",
    may: "write own registration",
    input: closed({ id: Id() }),
    output: closed({
      rows: list(
        closed({
          link: Id(),
          section: SentSection(),
          email: EmailAddress(),
          message: Type.Optional(Name(300)),
          sentAt: Instant(),
          endsAt: Instant(),
          filledInAt: Type.Optional(Instant()),
          state: LinkState(),
          abilities: Type.Array(Words("send-again", "withdraw"), { maxItems: 2 }),
        }),
        1_000,
      ),
    }),
  }),

  /** What the link of a colleague opens: one section, and what they need to understand why they are asked. */
  ownSection: query({
    route: "GET /registrations/:id/section",
    may: "fill in own section",
    input: closed({ id: Id() }),
    output: closed({
      id: Id(),
      section: SentSection(),
      name: PublicText(),
      asker: closed({ name: Type.Optional(Name(120)), email: EmailAddress() }),
      message: Type.Optional(Name(300)),
      endsAt: Instant(),
      /** Of this section; the country too, since it decides what is asked. */
      answers: Answers,
      /** What the office asks about them now. */
      questions: list(Question(), 30),
      version: Version(),
    }),
    refusals: sectionLinkOver,
  }),
  /** Says that it is filled in, which ends the link. */
  finishSection: command({
    route: "POST /registrations/:id/section/completion",
    may: "fill in own section",
    input: closed({ id: Id() }),
    output: closed({}),
    refusals: { ...sectionLinkOver, ...answersMissing },
  }),

  /** Once for each event: to the colleague what is asked, to who asked that it is filled in. */
  writeAboutSection: save({
    may: "write to clusters",
    input: closed({ ...ofLink, about: Words("sent", "filled-in"), event: EventId() }),
    output: closed({}),
  }),
};

/** `since`: how much had happened to the registration by then. */
const sent = { link: Id(), since: Type.Integer(), endsAt: Instant() };

/** Of the stream `section-links/<registration>`. Whom a section was sent to stands with its link. */
export const events = {
  SectionSent: event(1, closed({ ...sent, section: SentSection(), at: Instant() })),
  SectionSentAgain: event(1, closed({ ...sent, at: Instant() })),
  SectionLinkWithdrawn: event(1, closed({ link: Id() })),
  SectionFilledIn: event(1, closed({ link: Id(), at: Instant() })),
};
