import Type from "typebox";
import { query } from "#shared/contract/contract.ts";
import { ByLanguage, CodeOf, closed, Day, Id, Instant, list, PublicText } from "#shared/contract/schemas.ts";
import { MissionState } from "../planning/contract.ts";
import { ShownState, seats } from "../seats/contract.ts";

export const actions = {
  /** What the company that asks has, or had, on any mission; what it asked for last comes first. */
  ownEntries: query({
    route: "GET /entries",
    may: "follow own missions",
    input: closed({
      after: Type.Optional(Type.Integer({ minimum: 1 })),
      limit: Type.Integer({ minimum: 1, maximum: 200, default: 100 }),
    }),
    output: closed({
      rows: list(
        closed({
          ...{ mission: Id(), title: ByLanguage(PublicText()), missionState: MissionState() },
          ...{ from: CodeOf("countries"), to: list(CodeOf("countries"), 10) },
          online: Type.Optional(Type.Boolean()),
          ...{ firstDay: Day(), lastDay: Day() },
          ...{ state: ShownState(), seats: seats(), at: Instant() },
          /** How many delegates are named for its seats, and how many of them have filled in what is asked. */
          ...{ named: Type.Integer(), done: Type.Integer(), signUpClosesAt: Instant() },
          /** On the waiting list, from 1. */
          place: Type.Optional(Type.Integer()),
        }),
      ),
      next: Type.Optional(Type.Integer()),
    }),
  }),
};
