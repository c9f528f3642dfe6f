import Type from "typebox";
import { command, query } from "#shared/contract/contract.ts";
import { conflict } from "#shared/contract/refusals.ts";
import { closed, Id, Instant, list, PublicText, Words } from "#shared/contract/schemas.ts";
import { cannotAsk, seats, wish } from "../contract.ts";

/** Seats kept for a company that is signing up. */
export const Hold = closed({
  company: Id(),
  companyName: PublicText(),
  seats: seats(),
  asked: seats(),
  least: seats(),
  endsAt: Instant(),
  abilities: list(Words("extend")),
});

export const actions = {
  /** For twenty minutes. Whoever holds some already changes how many, and not until when. */
  hold: command({
    route: "POST /missions/:mission/holds",
    may: "sign up own company",
    input: closed({ mission: Id(), company: Id(), ...wish }),
    output: closed({ seats: seats(), endsAt: Instant() }),
    refusals: {
      ...cannotAsk,
      "missions.too-few-free": conflict({ free: Type.Integer({ minimum: 0 }) }),
    },
  }),
  extendHold: command({
    route: "POST /missions/:mission/holds/:company/extension",
    may: "sign up own company",
    input: closed({ mission: Id(), company: Id() }),
    output: closed({ endsAt: Instant() }),
    refusals: {
      "missions.no-hold": conflict(),
      "missions.held-no-longer": conflict({ endsAt: Instant() }),
    },
  }),
  /** Sent by an alarm at the end of each. */
  endHolds: command({
    may: "keep seats in step with the plan",
    input: closed({ mission: Id() }),
    output: closed({}),
    refusals: { "missions.no-seats-offered": conflict() },
  }),
  ownHold: query({
    route: "GET /missions/:mission/holds/:company",
    may: "sign up own company",
    input: closed({ mission: Id(), company: Id() }),
    output: closed({ hold: Type.Union([Hold, Type.Null()]), now: Instant() }),
  }),
  holds: query({
    route: "GET /missions/:mission/holds",
    may: "read entries",
    input: closed({
      mission: Id(),
      after: Type.Optional(Id()),
      limit: Type.Integer({ minimum: 1, maximum: 200, default: 100 }),
    }),
    output: closed({ rows: list(Hold), next: Type.Optional(Id()), now: Instant() }),
  }),
};
