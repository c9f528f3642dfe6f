import Type from "typebox";
import { save } from "#shared/contract/contract.ts";
import { closed, Id, Words } from "#shared/contract/schemas.ts";
import { CredentialChange } from "../credentials/contract.ts";

export const actions = {
  /** Whoever did not do it themselves should hear of it at once. Once for each event, however often it is asked for. */
  writeToPerson: save({
    may: "write to people",
    input: closed({
      person: Id(),
      what: Type.Union([CredentialChange(), Words("suspended", "reinstated")]),
      event: Type.String({ pattern: "^\\d+\\.\\d+$" }),
    }),
    output: closed({}),
  }),
};
