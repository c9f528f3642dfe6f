import Type from "typebox";
import { query } from "#shared/contract/contract.ts";
import { invalid } from "#shared/contract/refusals.ts";
import { closed, LanguageTag, Words } from "#shared/contract/schemas.ts";

export const listNames = [
  ...(["registrations", "partners", "missions", "entries", "organisations"] as const),
  ...(["people", "letters", "reads", "changes"] as const),
];
export type ListName = (typeof listNames)[number];
export const ListWord = () => Words(...listNames);

/** Filters as they stand in an address, without the question mark: `state=submitted`. */
export const Search = () => Type.String({ pattern: "^[!-~]*$", maxLength: 1_000 });

export const actions = {
  /**
   * What the list's own action shows its caller, as a file: page after page, until there are 2,000 rows, or as many as one
   * answer has room and time for. No cell is a formula to whoever opens it.
   */
  listAsFile: query({
    route: "GET /lists/file",
    may: "take lists along",
    input: closed({
      list: ListWord(),
      search: Type.Optional(Search()),
      format: Words("csv", "xlsx"),
      /** Of headings and words. Moments are in UTC. */
      language: LanguageTag(),
      after: Type.Optional(Type.String({ pattern: "^[!-~]+$", maxLength: 300 })),
    }),
    output: closed({
      name: Type.String(),
      /** RFC 4648. */
      base64: Type.String(),
      rows: Type.Integer(),
      /** Where the next file goes on, if there are more rows. */
      next: Type.Optional(Type.String()),
    }),
    refusals: { "identity.filter-unknown": invalid() },
  }),
};
