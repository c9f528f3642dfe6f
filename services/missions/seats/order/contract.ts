import Type from "typebox";
import { command, query } from "#shared/contract/contract.ts";
import { conflict, invalid } from "#shared/contract/refusals.ts";
import { closed, Id, Instant, list, Text } from "#shared/contract/schemas.ts";

/** Places in one move: each of those between is told, and stands in the event. */
export const mostOvertaken = 100;

const place = () => Type.Integer({ minimum: 1 });

export const actions = {
  /** Up or down the waiting list. All whose place changes by it see that, and the reason. */
  moveEntry: command({
    route: "POST /missions/:mission/entries/:company/moves",
    may: "order the waiting list",
    /** `from`: the place it is seen at. */
    input: closed({ mission: Id(), company: Id(), from: place(), to: place(), reason: Text(500, 2) }),
    output: closed({ place: Type.Integer() }),
    refusals: {
      "missions.cancelled": conflict(),
      "missions.not-waiting": conflict(),
      "missions.place-changed": conflict({ place: Type.Integer() }),
      "missions.no-such-place": invalid({ last: Type.Integer() }),
      "missions.too-far": invalid({ most: Type.Integer() }),
    },
  }),
  /** Each time the office gave this company another place, by moving it or another past it. */
  entryMoves: query({
    route: "GET /missions/:mission/entries/:company/moves",
    may: "sign up own company",
    input: closed({ mission: Id(), company: Id() }),
    output: closed({
      rows: list(
        closed({
          at: Instant(),
          /** Whether it was moved itself, and not another past it. */
          itself: Type.Boolean(),
          from: Type.Integer(),
          to: Type.Integer(),
          /** None once it has been erased. */
          reason: Type.Optional(Text(500)),
        }),
        50,
      ),
    }),
  }),
};
