import Type from "typebox";
import { command, query, save } from "#shared/contract/contract.ts";
import { conflict } from "#shared/contract/refusals.ts";
import { closed, Id, Secret } from "#shared/contract/schemas.ts";
import { Entry, EntryState, actions as seats } from "../seats/contract.ts";

const ofLink = { mission: Id(), link: Id() };

export const actions = {
  /** What the company has on the mission; of a letter whose seats have been given back, that they were. */
  entryOfLink: query({
    route: "GET /missions/:mission/seat-links/:link",
    may: "use own seat link",
    input: closed(ofLink),
    output: Entry,
  }),
  /** Without signing in: gives the seats back, or leaves the list. */
  withdrawByLink: command({
    route: "POST /missions/:mission/seat-links/:link/withdrawal",
    may: "use own seat link",
    input: closed(ofLink),
    output: closed({ state: EntryState() }),
    refusals: { ...seats.withdraw.refusals, "missions.letter-over": conflict() },
  }),
  /** Those of all letters about this entry, as when one was passed on. The next letter has a link again. */
  revokeSeatLinks: save({
    route: "DELETE /missions/:mission/entries/:company/seat-links",
    may: "sign up own company",
    input: closed({ mission: Id(), company: Id() }),
    output: closed({ revoked: Type.Integer() }),
  }),
  /** For the gateway: what does this link open? Nothing for whoever does not act for the company any more. */
  seatOfLink: query({
    may: "open seat links",
    input: closed({ linkHash: Secret() }),
    output: closed({ seat: Type.Optional(closed({ link: Id(), company: Id() })) }),
  }),
};
