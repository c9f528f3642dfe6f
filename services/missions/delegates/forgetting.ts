import { asSystem, type CallContext, callAs } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { askedBy, execute } from "#shared/contract/execute.ts";
import { forget } from "#shared/documents/remember.ts";
import { kernelOf } from "#shared/kernel.ts";
import { read } from "#shared/views/read.ts";
import { actions } from "./contract.ts";
import { delegate as feature } from "./forgotten.ts";
import * as rules from "./rules.ts";
import { delegateRows } from "./views/delegates.ts";

type In<A extends keyof typeof actions> = Input<(typeof actions)[A]>;

export const forgetDelegate = ({ delegate }: In<"forgetDelegate">, ctx: CallContext) =>
  execute(ctx, feature, delegate, rules.forget, {}, {}, () => ({}));

export async function forgetAnswers({ answers }: In<"forgetAnswers">, ctx: CallContext) {
  await forget(ctx, answers);
  return {};
}

export async function forgetDelegatesOf({ person }: In<"forgetDelegatesOf">, ctx: CallContext) {
  const { key } = askedBy(ctx);
  // All that was in the log when this was asked for.
  ctx.meta = { ...ctx.meta, after: kernelOf(ctx.broker).tail.head() };
  for (const { _id: delegate } of await (await read(ctx, delegateRows)).find({ person }).lean()) {
    const meta = asSystem("missions", { key: `${key}/${delegate}` });
    await callAs(ctx.broker, actions.forgetDelegate, { delegate }, meta, ctx);
  }
  return {};
}
