import Type from "typebox";
import { query } from "#shared/contract/contract.ts";
import { closed, Id, Instant, list, PublicText, Text } from "#shared/contract/schemas.ts";

const Position = () => Type.Integer({ minimum: 1 });
/** As the address names it: `people/sanne`. */
const Record = () => Type.String({ pattern: "^[a-z-]+/[a-z0-9][a-z0-9-]{2,63}$" });

/** What everyone sees of these are the lines that they may: auditors all, officers those of cases, admins those of people, all others their own. */
const wanted = {
  person: Type.Optional(Id()),
  record: Type.Optional(Record()),
  /** Only what was read before this number. */
  before: Type.Optional(Position()),
};

/** As it is shown. */
export const readFields = {
  number: Position(),
  at: Instant(),
  person: Id(),
  /** None of someone who has been erased. */
  name: Type.Optional(Text(120)),
  organisation: Id(),
  organisationName: Type.Optional(PublicText()),
  action: Type.String(),
  record: Type.Optional(Record()),
  /** Of a list that was taken along: its filters, of words only that there were some, and how many rows it had. */
  filters: Type.Optional(list(Text(300))),
  rows: Type.Optional(Type.Integer()),
  trace: Type.Optional(Type.String()),
  reason: Type.Optional(Text(500)),
};

export const actions = {
  reads: query({
    route: "GET /reads",
    may: "see reads",
    input: closed(wanted),
    output: closed({
      /** The newest first. A number has several lines, and stays whole. */
      rows: list(closed(readFields), 10_000),
      next: Type.Optional(Position()),
    }),
  }),
};
