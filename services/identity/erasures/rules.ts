import type { Refused } from "#shared/contract/contract.ts";
import { refuse } from "#shared/contract/refusals.ts";
import type { Given } from "#shared/log/feature.ts";
import type { actions } from "./contract.ts";
import type { Erasure, ErasureEvent } from "./erasures.ts";

type No<A extends keyof typeof actions> = Refused<(typeof actions)[A]>;

export function ask(state: Erasure, { by }: { by: string }): ErasureEvent[] | No<"askErasure"> {
  if (state.erased) return refuse("identity.erased-already");
  if (state.askedBy) return refuse("identity.erasure-asked-already");
  return [{ type: "ErasureAsked", data: { by } }];
}

/** An administrator's request by any of them, for who asked may be gone; what somebody asked for themselves by them alone. */
export function withdraw(
  state: Erasure,
  { person }: { person: string },
  { by }: Given,
): ErasureEvent[] | No<"withdrawErasure"> {
  if (state.erased) return refuse("identity.erased-already");
  if (!state.askedBy) return refuse("identity.erasure-not-asked");
  const { askedBy } = state;
  const isAsker = by.kind === "person" && by.person === askedBy;
  const isAdmin = by.kind === "person" && by.roles.includes("admin") && askedBy !== person;
  if (!isAsker && !isAdmin) return refuse("identity.another-asked");
  return [{ type: "ErasureWithdrawn", data: {} }];
}

/** By the system: once more after a restore, of whom it is known that it was decided. */
export function erase(state: Erasure, _command: object, { by }: Given): ErasureEvent[] | No<"erasePerson"> {
  if (state.erased) return refuse("identity.erased-already");
  const erased: ErasureEvent[] = [{ type: "PersonErased", data: {} }];
  if (by.kind === "system") return erased;
  if (!state.askedBy) return refuse("identity.erasure-not-asked");
  if (by.kind !== "person" || by.person === state.askedBy) return refuse("identity.second-person-needed");
  return erased;
}
