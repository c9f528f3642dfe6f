import { query } from "#shared/contract/contract.ts";
import { Held, heldQuery } from "#shared/contract/held.ts";
import { closed, Id, Instant, list } from "#shared/contract/schemas.ts";
import { readFields } from "../reads/contract.ts";

export const actions = {
  held: heldQuery(),
  /** Everything that is kept about a person, from every service, and who has read it. */
  personalData: query({
    route: "GET /people/:person/export",
    may: "take along what is held",
    input: closed({ person: Id() }),
    output: closed({
      person: Id(),
      at: Instant(),
      held: list(Held(), 10_000),
      /** By them or about them, the newest 1,000. */
      reads: list(closed(readFields), 10_000),
    }),
  }),
};
