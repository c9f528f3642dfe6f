import { refuse } from "#shared/contract/refusals.ts";
import type { ConsentEvent, Consents } from "./consents.ts";
import { purposes } from "./contract.ts";

export function answer(state: Consents, data: ConsentEvent["data"]) {
  const { purpose, text, given } = data;
  // They have read what is no longer asked.
  if (text !== purposes[purpose]) return refuse("identity.other-text");
  const last = state[purpose];
  if (last?.text === text && last.given === given) return refuse("identity.answered-already");
  return [{ type: "ConsentAnswered" as const, data }];
}
