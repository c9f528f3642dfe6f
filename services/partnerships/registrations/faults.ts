import { refuse } from "#shared/contract/refusals.ts";
import type { Answers } from "./answers.ts";
import { unknownCode } from "./codes.ts";
import { fieldNotAsked } from "./fields.ts";
import { vatNumberFault } from "./vat-number.ts";

/** What this country's form does not take, looking only at `changes`; answers to another country's questions are put aside. */
export function formFault(answers: Answers, changes: Answers) {
  const notAsked = fieldNotAsked(answers.country ?? "", changes);
  if (notAsked) return refuse("partnerships.field-not-asked", { field: notAsked });
  const unknown = unknownCode(changes, answers.country ?? "");
  if (unknown) return refuse("partnerships.code-unknown", { field: unknown });
  const wrong = changes.vatNumber && vatNumberFault(answers.country ?? "", changes.vatNumber);
  return wrong
    ? refuse("partnerships.vat-number-wrong", { field: "vatNumber" as const, ...wrong })
    : undefined;
}
