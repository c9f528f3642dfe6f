import Type from "typebox";
import { command, event, query } from "#shared/contract/contract.ts";
import { conflict, invalid } from "#shared/contract/refusals.ts";
import { closed, DocumentId, Id, Instant, list, PublicText, Words } from "#shared/contract/schemas.ts";
import { mostOvertaken } from "./order/contract.ts";

/** Of one entry. */
export const mostSeats = 50;
export const seats = () => Type.Integer({ minimum: 1, maximum: mostSeats });
/** With how many of them a company comes too; without it, with all of them or not at all. */
export const wish = { seats: seats(), least: Type.Optional(seats()) };
export const EntryState = () => Words("confirmed", "waiting", "withdrawn");
/** As it is shown: what still stood when its mission was cancelled is cancelled with it. */
export const ShownState = () => Words("confirmed", "waiting", "withdrawn", "cancelled");

const count = () => Type.Integer({ minimum: 0 });

const notOn = { "missions.cancelled": conflict(), "missions.no-seats-offered": conflict() };

/** The plan says how many one company may have. */
const aboveCap = { "missions.more-than-each-company": invalid({ most: Type.Integer() }) };

/** Why a company cannot ask for so many seats now. */
export const cannotAsk = {
  ...notOn,
  "missions.not-open-yet": conflict({ opensAt: Instant() }),
  "missions.closed": conflict({ closedAt: Instant() }),
  "missions.already-signed-up": conflict({ state: EntryState() }),
  "missions.company-unknown": invalid({ company: Id() }),
  "missions.more-than-capacity": invalid({ capacity: Type.Integer() }),
  ...aboveCap,
  "missions.least-above-seats": invalid({ seats: Type.Integer() }),
};

export const Entry = closed({
  company: Id(),
  companyName: PublicText(),
  seats: seats(),
  /** Of what it was given: how many it had asked for. */
  asked: seats(),
  least: seats(),
  state: ShownState(),
  /** Place on the waiting list, from 1. */
  place: Type.Optional(Type.Integer()),
  /** Of who waits: how often fewer seats came free than it takes, and went to one behind it; the last few of these times. */
  skipped: Type.Optional(
    closed({ times: Type.Integer(), last: list(closed({ at: Instant(), free: count() }), 3) }),
  ),
  /** How many delegates it has named, who go with its seats. */
  named: count(),
  /** How often the office gave it another place. */
  moves: Type.Integer(),
  at: Instant(),
  abilities: list(Words("withdraw", "change", "ask-more", "move")),
});
/** What the reader may do about the seats of a mission. */
const abilities = list(Words("claim"));

const offer = {
  capacity: Type.Integer({ minimum: 1 }),
  perCompany: Type.Optional(seats()),
  ...{ opensAt: Instant(), closesAt: Instant() },
};

export const actions = {
  /** Sent by a reaction when a mission is planned. */
  offerSeats: command({
    may: "keep seats in step with the plan",
    input: closed({ mission: Id(), ...offer }),
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
    /** `held`: for seats that are held for it, or not at all. */
    input: closed({ mission: Id(), company: Id(), ...wish, held: Type.Optional(Type.Boolean()) }),
    output: closed({ state: EntryState(), seats: seats(), place: Type.Optional(Type.Integer()) }),
    refusals: {
      ...cannotAsk,
      /** `place`: on the list, for who asks for more than is free. */
      "missions.hold-over": conflict({ free: count(), place: Type.Integer() }),
    },
  }),
  withdraw: command({
    route: "POST /missions/:mission/withdrawals",
    may: "sign up own company",
    input: closed({ mission: Id(), company: Id() }),
    /** Who moves up is not the company's business: the office sees it among the entries and in the timeline. */
    output: closed({ state: EntryState() }),
    refusals: {
      ...notOn,
      "missions.not-signed-up": conflict(),
      "missions.over": conflict(),
    },
  }),
  /** How many seats a company has, or asks for; `least` counts for who waits. */
  changeEntry: command({
    route: "POST /missions/:mission/changes",
    may: "sign up own company",
    input: closed({ mission: Id(), company: Id(), ...wish }),
    output: closed({ state: EntryState(), seats: seats() }),
    refusals: {
      ...notOn,
      "missions.not-signed-up": conflict(),
      "missions.over": conflict(),
      "missions.least-above-seats": invalid({ seats: Type.Integer() }),
      ...aboveCap,
      "missions.only-fewer-now": conflict({ closedAt: Instant() }),
      "missions.too-few-free": conflict({ free: count() }),
      /** The company says who stays at home. */
      "missions.fewer-than-delegates": conflict({ delegates: count() }),
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

const passed = { free: count(), passed: count() };
const hold = { company: Id(), seats: seats(), asked: seats(), least: seats() };

export const events = {
  /** The first version knew no limit for a company. */
  SeatsOffered: event(2, closed(offer), { 1: (data) => data }),
  SeatsClosed: event(1, closed({})),
  /**
   * `free`: before they were given; `passed`: how many then waited ahead for more than that; `times`: how often the company
   * has signed up, this time included, so that a view need not look it up. An old one does not say.
   */
  SeatsConfirmed: event(
    3,
    closed({
      ...{
        company: Id(),
        seats: seats(),
        asked: seats(),
        fromList: Type.Boolean(),
        ...passed,
        times: count(),
      },
      /** Of seats that had been held: since when, which is when the others were passed. */
      heldAt: Type.Optional(Instant()),
    }),
    {
      1: (data) => ({ ...data, asked: data.seats, free: data.seats, passed: 0 }),
      2: (data) => ({ ...data, times: 0 }),
    },
  ),
  SeatsWaitlisted: event(3, closed({ company: Id(), seats: seats(), least: seats(), times: count() }), {
    1: (data) => ({ ...data, least: data.seats }),
    2: (data) => ({ ...data, times: 0 }),
  }),
  SeatsChanged: event(
    1,
    closed({
      ...{ company: Id(), state: Words("confirmed", "waiting"), before: seats() },
      ...{ seats: seats(), least: seats(), ...passed },
    }),
  ),
  SeatsWithdrawn: event(1, closed({ company: Id(), seats: seats(), was: EntryState() })),
  /** `others`: who stood between, in their order before it. */
  EntryMoved: event(
    1,
    closed({
      ...{ company: Id(), from: Type.Integer({ minimum: 1 }), to: Type.Integer({ minimum: 1 }) },
      others: list(Id(), mostOvertaken, 1),
      reason: DocumentId(),
    }),
  ),
  /** `before`: how many it held until then. */
  SeatsHeld: event(1, closed({ ...hold, before: count(), at: Instant(), endsAt: Instant(), ...passed })),
  HoldExtended: event(1, closed({ company: Id(), endsAt: Instant() })),
  HoldEnded: event(
    1,
    closed({ company: Id(), seats: seats(), why: Words("confirmed", "expired", "given-up") }),
  ),
};
