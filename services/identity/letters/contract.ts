import Type from "typebox";
import { query, save } from "#shared/contract/contract.ts";
import {
  closed,
  EmailAddress,
  EventId,
  Id,
  LanguageTag,
  list,
  Text,
  Words,
} from "#shared/contract/schemas.ts";
import { CredentialChange } from "../credentials/contract.ts";

export const actions = {
  /** Whoever did not do it themselves should hear of it at once. Once for each event, however often it is asked for. */
  writeToPerson: save({
    may: "write to people",
    input: closed({
      person: Id(),
      what: Type.Union([CredentialChange(), Words("suspended", "reinstated")]),
      event: EventId(),
    }),
    output: closed({}),
  }),
  /** For services that write to organisations: whoever may act for these as a member, and where letters reach them. */
  membersOf: query({
    may: "ask where to write",
    input: closed({ organisations: list(Id(), 100, 1) }),
    output: closed({
      rows: list(
        closed({
          organisation: Id(),
          person: Id(),
          name: Text(120),
          email: EmailAddress(),
          language: LanguageTag(),
        }),
        2_000,
      ),
    }),
  }),
};
