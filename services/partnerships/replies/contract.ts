import Type from "typebox";
import { save } from "#shared/contract/contract.ts";
import { conflict } from "#shared/contract/refusals.ts";
import { closed, Id, Text, Version } from "#shared/contract/schemas.ts";
import { FieldName } from "../registrations/answers.ts";

export const actions = {
  /** What the cluster says to a question of the office, beside its answer; without a text it is taken away. The last one counts. */
  reply: save({
    route: "PUT /registrations/:id/replies/:field",
    may: "write own registration",
    input: closed({ id: Id(), field: FieldName(), text: Type.Optional(Text(1_000)) }),
    output: closed({ version: Version() }),
    refusals: { "partnerships.not-asked": conflict() },
  }),
};
