import Type from "typebox";
import { command, event, query } from "#shared/contract/contract.ts";
import { conflict, invalid } from "#shared/contract/refusals.ts";
import { closed, Id, Instant, list, PublicText, Words } from "#shared/contract/schemas.ts";

/** Of one entry. */
export const mostSeats = 50;
export const seats = () => Type.Integer({ minimum: 1, maximum: mostSeats });
export const EntryState = () => Words("confirmed", "waiting", "withdrawn");
/** As it is shown: what still stood when its mission was cancelled is cancelled with it. */
export const ShownState = () => Words("confirmed", "waiting", "withdrawn", "cancelled");

const notOpen = {
  "missions.not-open-yet": conflict({ opensAt: Instant() }),
  "missions.closed": conflict({ closedAt: Instant() }),
  "missions.cancelled": conflict(),
  "missions.no-seats-offered": conflict(),
};

export const Entry = closed({
  company: Id(),
  companyName: PublicText(),
  seats: seats(),
  state: ShownState(),
  /** Place on the waiting list, from 1. */
  place: Type.Optional(Type.Integer()),
  at: Instant(),
  abilities: list(Words("withdraw")),
});
/** What the reader may do about the seats of a mission. */
const abilities = list(Words("claim"));

export const actions = {
  /** Sent by a reaction when a mission is planned. */
  offerSeats: command({
    may: "keep seats in step with the plan",
    input: closed({
      mission: Id(),
      capacity: Type.Integer({ minimum: 1 }),
      opensAt: Instant(),
      closesAt: Instant(),
    }),
    output: closed({}),
    refusals: { "missions.seats-offered-already": conflict() },
  }),
  closeSeats: command({
    may: "keep seats in step with the plan",
    input: closed({ mission: Id() }),
    output: closed({}),
    refusals: { "missions.no-seats-offered": conflict() },
  }),
  claim: command({
    route: "POST /missions/:mission/claims",
    may: "sign up own company",
    input: closed({ mission: Id(), company: Id(), seats: seats() }),
    output: closed({ state: EntryState(), place: Type.Optional(Type.Integer()) }),
    refusals: {
      ...notOpen,
      "missions.already-signed-up": conflict({ state: EntryState() }),
      "missions.company-unknown": invalid({ company: Id() }),
      "missions.more-than-capacity": invalid({ capacity: Type.Integer() }),
    },
  }),
  withdraw: command({
    route: "POST /missions/:mission/withdrawals",
    may: "sign up own company",
    input: closed({ mission: Id(), company: Id() }),
    /** Who moves up is not the company's business: the office sees it among the entries and in the timeline. */
    output: closed({ state: EntryState() }),
    refusals: {
      "missions.not-signed-up": conflict(),
      "missions.over": conflict(),
      "missions.cancelled": conflict(),
      "missions.no-seats-offered": conflict(),
    },
  }),
  entries: query({
    route: "GET /missions/:mission/entries",
    may: "read entries",
    input: closed({
      mission: Id(),
      state: Type.Optional(ShownState()),
      after: Type.Optional(Type.Integer()),
      limit: Type.Integer({ minimum: 1, maximum: 200, default: 100 }),
    }),
    output: closed({ rows: list(Entry), next: Type.Optional(Type.Integer()), abilities }),
  }),
  ownEntry: query({
    route: "GET /missions/:mission/entries/:company",
    may: "sign up own company",
    input: closed({ mission: Id(), company: Id() }),
    output: closed({ entry: Type.Union([Entry, Type.Null()]), abilities }),
  }),
};

export const events = {
  SeatsOffered: event(
    1,
    closed({ capacity: Type.Integer({ minimum: 1 }), opensAt: Instant(), closesAt: Instant() }),
  ),
  SeatsClosed: event(1, closed({})),
  SeatsConfirmed: event(1, closed({ company: Id(), seats: seats(), fromList: Type.Boolean() })),
  SeatsWaitlisted: event(1, closed({ company: Id(), seats: seats() })),
  SeatsWithdrawn: event(1, closed({ company: Id(), seats: seats(), was: EntryState() })),
};
