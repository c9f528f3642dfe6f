import Type from "typebox";
import { command, event, query } from "#shared/contract/contract.ts";
import { conflict } from "#shared/contract/refusals.ts";
import { closed, Instant, LanguageTag, list, Words } from "#shared/contract/schemas.ts";

/**
 * What consent is asked for, each on its own, and the number of the text that asks for it now: `consents.<purpose>.<number>`.
 * A text that says something else gets the next number, and everyone is asked again; the old ones stay, to show what was agreed to.
 */
export const purposes = { "news-letters": 1, "shared-contact": 1 } as const;
export type Purpose = keyof typeof purposes;
const PurposeWord = () => Words("news-letters", "shared-contact");

/** How it was answered. */
const ChannelWord = () => Words("page");

const TextNumber = () => Type.Integer({ minimum: 1, maximum: 1_000 });

const answer = {
  given: Type.Boolean(),
  text: TextNumber(),
  /** In which it was read. */
  language: LanguageTag(),
  channel: ChannelWord(),
};

export const actions = {
  consents: query({
    route: "GET /account/consents",
    may: "be someone",
    aboutCaller: true,
    input: closed({}),
    output: closed({
      rows: list(
        closed({
          purpose: PurposeWord(),
          /** That asks for it now. */
          text: TextNumber(),
          /** None to this text: it was never answered, or an older one was. */
          given: Type.Optional(Type.Boolean()),
          /** The newest first. */
          history: list(closed({ ...answer, at: Instant() })),
        }),
      ),
    }),
  }),
  /** A refusal is recorded too; and to take consent back is the same step as to give it (GDPR, article 7(3)). */
  answerConsent: command({
    route: "POST /account/consents",
    may: "be someone",
    input: closed({
      purpose: PurposeWord(),
      text: TextNumber(),
      given: Type.Boolean(),
      language: LanguageTag(),
    }),
    output: closed({}),
    refusals: { "identity.other-text": conflict(), "identity.answered-already": conflict() },
  }),
};

export const events = {
  ConsentAnswered: event(1, closed({ purpose: PurposeWord(), ...answer })),
};
