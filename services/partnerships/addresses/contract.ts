import Type from "typebox";
import { save } from "#shared/contract/contract.ts";
import { conflict, invalid, tooMany } from "#shared/contract/refusals.ts";
import { closed, Id, Instant } from "#shared/contract/schemas.ts";

const enough = { "partnerships.codes-enough": tooMany({ until: Instant() }) };
const Code = () => Type.String({ pattern: "^\\d{6}$" });

export const actions = {
  /** Writes a code to the address that the draft gives; any code before it counts no more. */
  sendAddressCode: save({
    route: "POST /registrations/:id/address-codes",
    may: "write own registration",
    input: closed({ id: Id() }),
    /** `code`: only in a demonstration, from which no letters leave. */
    output: closed({ endsAt: Instant(), code: Type.Optional(Code()) }),
    refusals: {
      "partnerships.no-address": invalid(),
      ...enough,
    },
  }),
  /** Whoever has the code reads the letters to that address. */
  confirmAddress: save({
    route: "PUT /registrations/:id/address",
    may: "write own registration",
    input: closed({ id: Id(), code: Code() }),
    output: closed({}),
    refusals: {
      "partnerships.code-wrong": invalid({ left: Type.Integer() }),
      "partnerships.code-over": conflict(),
      ...enough,
    },
  }),
};
