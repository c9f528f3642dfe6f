import Type, { type Static } from "typebox";
import { query } from "#shared/contract/contract.ts";
import { closed, Id, Instant, list, PublicText, Text, Words } from "#shared/contract/schemas.ts";
import { Answers, answerFields, type Field } from "../registrations/answers.ts";
import { StateWord, Told } from "../registrations/contract.ts";

const FactWord = () =>
  Words("state", "dueAt", "waivedFor", "owner", ...(Object.keys(answerFields) as Field[]));
export type Fact = Static<ReturnType<typeof FactWord>>;

export const actions = {
  /** As it was at that moment; nothing where it had not been sent yet. Of answers that were erased since, nothing is known. */
  registrationAsItWas: query({
    route: "GET /registrations/:id/as-it-was",
    may: "read own or any registration",
    input: closed({ id: Id(), at: Instant() }),
    output: closed({
      state: Type.Optional(StateWord()),
      dueAt: Type.Optional(Instant()),
      waivedFor: Type.Optional(PublicText()),
      /** By name. */
      owner: Type.Optional(Text(120)),
      answers: Answers,
      /** What made each of it so. */
      setBy: list(closed({ fact: FactWord(), ...Told.properties })),
    }),
  }),
};
