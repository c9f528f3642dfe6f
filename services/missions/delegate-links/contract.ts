import Type from "typebox";
import { command, query } from "#shared/contract/contract.ts";
import { conflict } from "#shared/contract/refusals.ts";
import { ByLanguage, closed, Day, Id, PublicText, Secret, Text, Words } from "#shared/contract/schemas.ts";
import { Answers, answers } from "../delegates/answers.ts";

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
    },
  }),
  /** For the gateway: whose own data does this link open? Nobody's, once they do not go any more. */
  delegateOfLink: query({
    may: "open seat links",
    input: closed({ linkHash: Secret() }),
    output: closed({ who: Type.Optional(closed({ delegate: Id(), company: Id() })) }),
  }),
};
