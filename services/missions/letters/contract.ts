import { save } from "#shared/contract/contract.ts";
import { closed, EventId, Id, Instant, list, Words } from "#shared/contract/schemas.ts";
import { seats } from "../seats/contract.ts";

/** What a company is written about; each has its text in `i18n/<language>/mail.json`. */
export const topics = ["confirmed", "from-list", "waiting", "changed", "withdrawn", "cancelled"] as const;

const happened = { event: EventId(), at: Instant() };

export const actions = {
  /** To everyone who acts for the companies, once for each event. What is more than a week ago is not told any more. */
  writeToCompanies: save({
    may: "write to companies",
    input: closed({
      news: list(
        closed({ mission: Id(), company: Id(), seats: seats(), about: Words(...topics), ...happened }),
        100,
        1,
      ),
    }),
    output: closed({}),
  }),
  /** The same to all companies that had seats or waited when the mission was cancelled. */
  writeOfCancellation: save({
    may: "write to companies",
    input: closed({ mission: Id(), ...happened }),
    output: closed({}),
  }),
};
