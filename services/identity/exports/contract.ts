import Type from "typebox";
import { query } from "#shared/contract/contract.ts";
import { Held, heldQuery } from "#shared/contract/held.ts";
import { closed, Id, Instant, list } from "#shared/contract/schemas.ts";
import { changeFields } from "../changes/contract.ts";
import { readFields } from "../reads/contract.ts";

export const actions = {
  held: heldQuery(),
  /** Everything that is kept about a person, from every service; what they did, what was done with them, and who read it. */
  personalData: query({
    route: "GET /people/:person/export",
    may: "take along what is held",
    input: closed({ person: Id() }),
    output: closed({
      person: Id(),
      at: Instant(),
      held: list(Held(), 10_000),
      /** Where there is more, which only the person themselves gets. */
      withheld: list(Type.String(), 10_000),
      /** By them or about them, the newest first: as many as one look into the log finds, and a thousand at most. */
      changes: list(closed(changeFields), 1_200),
      /** By them or about them, the newest 1,000. */
      reads: list(closed(readFields), 10_000),
    }),
  }),
};
