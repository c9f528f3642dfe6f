import Type from "typebox";
import { command, query } from "#shared/contract/contract.ts";
import { conflict, invalid } from "#shared/contract/refusals.ts";
import {
  ByLanguage,
  closed,
  Day,
  Id,
  list,
  PublicText,
  Secret,
  Text,
  Words,
} from "#shared/contract/schemas.ts";
import { Answers, answers } from "../delegates/answers.ts";
import type { AnswerWord } from "../delegates/asked.ts";

const ofLink = { mission: Id(), delegate: Id() };

export const actions = {
  /** What a company said of them, and what they filled in so far. */
  delegateOfOwnLink: query({
    route: "GET /missions/:mission/delegates/:delegate",
    may: "use own delegate link",
    input: closed(ofLink),
    output: closed({
      ...{ name: Text(120), role: Text(120), companyName: PublicText() },
      ...{ title: ByLanguage(PublicText()), firstDay: Day(), lastDay: Day() },
      online: Type.Boolean(),
      asked: list(Words(...(Object.keys(answers) as AnswerWord[]))),
      answers: Type.Optional(Answers),
      /** The day on which all of this is erased. */
      keptUntil: Day(),
      abilities: Type.Array(Words("answer"), { maxItems: 1 }),
    }),
  }),
  /** Without signing in. What they fill in takes the place of what they had. */
  answerByLink: command({
    route: "POST /missions/:mission/delegates/:delegate/answers",
    may: "use own delegate link",
    input: closed({ ...ofLink, ...answers }),
    output: closed({}),
    refusals: {
      "missions.cancelled": conflict(),
      "missions.no-seats-offered": conflict(),
      "missions.over": conflict(),
      "missions.not-asked-online": invalid(),
      "missions.passport-name-missing": invalid(),
    },
  }),
  /** For the gateway: whose own data does this link open? Nobody's, once they do not go any more. */
  delegateOfLink: query({
    may: "open seat links",
    input: closed({ linkHash: Secret() }),
    output: closed({ who: Type.Optional(closed({ delegate: Id(), company: Id() })) }),
  }),
};
