import { refuse } from "#shared/contract/refusals.ts";
import type { Answers } from "./answers.ts";
import { unknownCode } from "./codes.ts";
import { fieldNotAsked } from "./fields.ts";

/** What this country's form does not take, looking only at `changes`; answers to another country's questions are put aside. */
export function formFault(answers: Answers, changes: Answers) {
  const notAsked = fieldNotAsked(answers.country ?? "", changes);
  if (notAsked) return refuse("partnerships.field-not-asked", { field: notAsked });
  const unknown = unknownCode(changes, answers.country ?? "");
  return unknown && refuse("partnerships.code-unknown", { field: unknown });
}
