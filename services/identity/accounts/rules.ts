import type { Refused } from "#shared/contract/contract.ts";
import { refuse } from "#shared/contract/refusals.ts";
import type { Account, AccountEvent } from "./accounts.ts";
import type { actions } from "./contract.ts";

type No<A extends keyof typeof actions> = Refused<(typeof actions)[A]>;

export function suspend(
  { suspended }: Account,
  data: { reason: string },
): AccountEvent[] | No<"suspendPerson"> {
  return suspended ? refuse("identity.suspended-already") : [{ type: "PersonSuspended", data }];
}

export function reinstate({ suspended }: Account): AccountEvent[] | No<"reinstatePerson"> {
  return suspended ? [{ type: "PersonReinstated", data: {} }] : refuse("identity.not-suspended");
}

export const reopen = ({ suspended }: Account): AccountEvent[] | No<"reopenAccount"> =>
  suspended ? refuse("identity.suspended-already") : [{ type: "AccountReopened", data: {} }];
