import { verdictOf } from "../access/policy.ts";
import { kernelOf } from "../kernel.ts";
import type { CallContext } from "./call.ts";
import type { Action } from "./contract.ts";

type AnyAction = Action<any, any, any, any>;

/** Whether whoever asks may do that too, perhaps after giving a second factor again. What a record's state allows is another matter. */
export function may(ctx: CallContext, action: AnyAction, input: object): boolean {
  const verdict = verdictOf(action, ctx.meta.who, input, kernelOf(ctx.broker));
  return verdict === "yes" || verdict === "step-up-required";
}
