import Type, { type Static, type TProperties } from "typebox";
import { query } from "#shared/contract/contract.ts";
import { Cursor, closed, Day, Id, Instant, list, Words } from "#shared/contract/schemas.ts";

/** `blocks`: it is why a company cannot sign up; else it says what it can count on. */
const reason = <const Code extends string, P extends TProperties>(code: Code, params: P) =>
  closed({ code: Words(code), blocks: Type.Boolean(), params: closed(params) });

const count = () => Type.Integer({ minimum: 0 });

const Reason = Type.Union([
  reason("member", {}),
  reason("company-unknown", { company: Id() }),
  reason("open", { closesAt: Instant() }),
  reason("no-seats-offered", {}),
  reason("not-open-yet", { opensAt: Instant() }),
  reason("closed", { closedAt: Instant() }),
  reason("over", { lastDay: Day() }),
  reason("cancelled", {}),
  reason("free-seats", { free: count() }),
  reason("waiting-list", { waiting: count() }),
  reason("at-most", { seats: count() }),
  reason("has-seats", { seats: count() }),
  reason("waits", { seats: count(), place: count() }),
  reason("withdrew", {}),
]);
export type Reason = Static<typeof Reason>;

/** Whether a company can sign up now, and why. */
const verdict = { can: Type.Boolean(), reasons: list(Reason, 20) };

export const actions = {
  verdict: query({
    route: "GET /missions/:mission/verdict",
    may: "sign up own company",
    input: closed({ mission: Id(), company: Id() }),
    output: closed({ company: Id(), ...verdict }),
  }),
  /** For the company that asks: of the same missions as `GET /missions` tells of. */
  ownVerdicts: query({
    route: "GET /verdicts",
    may: "follow own missions",
    input: closed({
      after: Type.Optional(Cursor()),
      limit: Type.Integer({ minimum: 1, maximum: 100, default: 20 }),
    }),
    output: closed({ rows: list(closed({ mission: Id(), ...verdict })), next: Type.Optional(Cursor()) }),
  }),
};
