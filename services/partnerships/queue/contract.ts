import Type from "typebox";
import { query } from "#shared/contract/contract.ts";
import { Code, closed, Id, Instant, list, PublicText } from "#shared/contract/schemas.ts";

/** A registration that waits for the office. */
const Item = closed({
  id: Id(),
  name: PublicText(),
  country: Code(2),
  /** 1 when it was sent for the first time. */
  round: Type.Integer(),
  dueAt: Instant(),
  /** Criteria that are not met. */
  failing: Type.Integer(),
  /** The officer who answers for it. */
  owner: Type.Optional(Id()),
  putOffUntil: Type.Optional(Instant()),
});

export const actions = {
  /** What the caller has to do, whatever is due first on top. Of `rows`, `total` says how many there are. */
  queue: query({
    route: "GET /queue",
    may: "decide on registrations",
    input: closed({}),
    output: closed({ rows: list(Item, 500), total: Type.Integer(), putOff: list(Item, 500) }),
  }),
};
