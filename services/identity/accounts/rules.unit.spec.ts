import { given } from "#shared/testing/given.ts";
import { type Account, type AccountEvent, account } from "./accounts.ts";
import { reinstate, reopen, suspend } from "./rules.ts";

const since = (...events: AccountEvent[]) => given<Account, AccountEvent>(account, ...events);
const suspended: AccountEvent = { type: "PersonSuspended", data: { reason: "note-1" } };
const reinstated: AccountEvent = { type: "PersonReinstated", data: {} };
const reopened: AccountEvent = { type: "AccountReopened", data: {} };

it("suspends once, and gives back what was suspended", () => {
  since().when(suspend, { reason: "note-1" }).happens(suspended);
  since(suspended).when(suspend, { reason: "note-2" }).refused("identity.suspended-already");
  since(suspended).when(reinstate, {}).happens(reinstated);
  since().when(reinstate, {}).refused("identity.not-suspended");
  since(suspended, reinstated).when(suspend, { reason: "note-1" }).happens(suspended);
});

it("reopens an account as often as it is lost, but none that is suspended", () => {
  since(reopened).when(reopen, {}).happens(reopened);
  since(suspended).when(reopen, {}).refused("identity.suspended-already");
  since(suspended, reopened).when(suspend, { reason: "note-1" }).refused("identity.suspended-already");
});
